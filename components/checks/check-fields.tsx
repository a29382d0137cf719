import { ComboField } from "@/components/forms/combo-field.client";
import { FileField, RadioField, TextArea, TextField } from "@/components/forms/fields.client";
import { SizeGuard } from "@/components/imports/size-guard.client";
import { AGAIN } from "@/components/ui/choose-again";
import { Kbd } from "@/components/ui/kbd";
import { Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { CHECK_SCOPES } from "@/lib/checks";
import { DOCUMENT_ENDINGS } from "@/lib/documents";
import { MOST_TEXT_BYTES, MOST_TEXT_WORDS } from "@/lib/text";

const READABLE = "Text, Word, OpenDocument, rich text (RTF), HTML, Markdown, subtitles or e-mail";
const ACCEPTED = [...DOCUMENT_ENDINGS, "text/plain"].join();

/** What is asked for a new check: the draft, what stands behind it, and where else to look. */
export function CheckFieldset({ story }: { story: string }) {
  return (
    <>
      <SizeGuard
        mostBytes={MOST_TEXT_BYTES}
        mostWords={MOST_TEXT_WORDS}
        advice="Check its parts one after another."
      />
      <Section id="draft" title="The draft" margin="Paste it as it is: headlines, captions and all.">
        <div className="stack">
          <TextArea name="text" label="Paste the draft" rows={12} isRecord />
          <FileField
            name="file"
            label="Or choose or drop a file"
            hint={`${READABLE}. A file counts before pasted words. ${AGAIN}`}
            accept={ACCEPTED}
          />
        </div>
      </Section>
      <Section
        id="behind"
        title="What stands behind it"
        margin="Kept with the check for the desk alone. It becomes no source unless somebody imports it."
      >
        <div className="stack">
          <MaterialFields />
        </div>
      </Section>
      <Section id="where" title="Where to look" margin="Its own material is always looked through.">
        <div className="stack">
          <RadioField
            name="scope"
            label="Compared with"
            value={story === "" ? "store" : "story"}
            choices={CHECK_SCOPES.map(({ key, label, definition }) => ({
              value: key,
              label,
              hint: definition,
            }))}
          />
          <div className="grid-2">
            <ComboField
              of="stories"
              name="story"
              label="Story"
              value={story}
              hint="Where the draft belongs; may be left empty"
            />
            <TextField name="title" label="Title" hint="Left empty, its first line" />
          </div>
          <div className="btns">
            <SubmitButton icon="file-check" pendingLabel="Comparing…">
              Check the draft
            </SubmitButton>
            <span className="small js-only forkeys">
              or press <Kbd keys="Ctrl Enter" /> in the text
            </span>
          </div>
        </div>
      </Section>
    </>
  );
}

/** What stands behind a draft: files, and pasted notes. */
export function MaterialFields() {
  return (
    <>
      <FileField
        name="material"
        label="Choose or drop files"
        hint={`Transcripts, notes, articles. ${READABLE}. ${AGAIN}`}
        accept={ACCEPTED}
        isMultiple
      />
      <TextArea name="notes" label="Or paste notes" rows={5} isRecord />
    </>
  );
}
