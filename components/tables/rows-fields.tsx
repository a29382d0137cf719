import { FileField, TextArea } from "@/components/forms/fields.client";
import { AGAIN } from "@/components/ui/choose-again";

const FILES =
  ".csv,.tsv,.tab,.txt,.xlsx,.jsonl,.ndjson,.json,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A file of rows, or rows that are pasted. */
export function RowsFields({ rows }: { rows: number }) {
  return (
    <div className="stack">
      <FileField
        name="file"
        label="Choose or drop a file"
        hint={`CSV, TSV, Excel (.xlsx) or JSON Lines, in any encoding. Of a workbook you choose the sheet next. It counts before pasted rows. ${AGAIN}`}
        accept={FILES}
      />
      <TextArea
        name="text"
        label="Or paste rows"
        rows={rows}
        hint="Copied from a spreadsheet, with the names of the columns in the first row."
      />
    </div>
  );
}
