import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import { Empty } from "@/components/ui/note";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";

interface AddedRow {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly cslId: string;
  readonly title: string;
  readonly format: string;
  readonly language: string;
  readonly sha256: string;
  readonly addedAt: Date;
}

const FORMAT_WORDS: Readonly<Record<string, string>> = {
  note: "notes",
  "author-date": "author and date",
  numeric: "numbers",
  author: "author",
  label: "labels",
};

/** What the desk added to the shipped styles, and how to take it away, which has to be seen on a phone as well. */
export function AddedStyles({ styles, remove }: { styles: readonly AddedRow[]; remove: FormAction }) {
  if (styles.length === 0)
    return (
      <Empty title="None yet">
        <p>Those that are shipped are named below. Add the one that your paper or journal asks for.</p>
      </Empty>
    );
  return (
    <Table label="Styles that this desk added">
      <thead>
        <tr>
          <th scope="col">Style</th>
          <th scope="col">Asked for by</th>
          <th scope="col">Take away</th>
        </tr>
      </thead>
      <tbody>
        {styles.map(({ id, key, kind, cslId, title, format, language, sha256, addedAt }) => (
          <tr key={id}>
            <th scope="row">
              <span dir="auto">{title}</span>
              <br />
              <span className="small">
                {kind === "locale" ? "Words of a language" : `Cites by ${FORMAT_WORDS[format] ?? format}`},
                for {language || "any language"}. Added <Time value={addedAt} precision="day" isShort />.
                <br />
                {cslId} · SHA-256 {sha256.slice(0, 12)}
              </span>
            </th>
            <td>
              <code>{kind === "locale" ? "every style in it" : key}</code>
            </td>
            <td>
              <ActionForm action={remove} id={`remove-${id}`} label={`Take away ${title}`}>
                <Hidden values={{ styleId: id }} />
                <SubmitButton variant="stop">Take away</SubmitButton>
              </ActionForm>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
