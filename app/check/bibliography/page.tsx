import type { Metadata, Route } from "next";
import { BibliographyForm } from "@/components/bibliographies/bibliography-form.client";
import { drawn } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Page, PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { getActor } from "@/lib/auth/server";
import { BIBLIOGRAPHY_FORMATS, MOST_ENTRIES, OUTCOMES } from "@/lib/bibliographies";
import { LABEL, SENDING, WAS, writeSending, writeWas } from "@/lib/forms";
import { MOST_TEXT_WORDS } from "@/lib/text";
import { checkBibliographyAction } from "./actions";

export const metadata: Metadata = {
  title: "Check a bibliography",
  description: "What was corrected or retracted since of the statements that a bibliography cites.",
};

const PLACE = "/check/bibliography";
const TEXT = "Paste the bibliography, or addresses one a line";

export default async function BibliographyPage() {
  await getActor();
  const sending = writeSending({ key: crypto.randomUUID(), form: "bibliography", place: PLACE });
  return (
    <Page printTitle="A bibliography beside the record">
      <PageHead
        title="Check a bibliography"
        lede={
          <>
            Paste an old bibliography or a list of addresses of this site: what was corrected or retracted
            since you cited it stands below, old and new word by word. Nothing is stored.
          </>
        }
      />
      <BibliographyForm
        action={checkBibliographyAction}
        download={`${PLACE}/download`}
        text={TEXT}
        hidden={
          <>
            <input type="hidden" name={SENDING} value={sending} />
            <input type="hidden" name={LABEL} value="Check a bibliography" />
            <input type="hidden" name={WAS} value={writeWas("text", "", { label: TEXT, isChoice: false })} />
          </>
        }
        submit={
          <SubmitButton icon="file-check" pendingLabel="Comparing…">
            Check the bibliography
          </SubmitButton>
        }
        outcomes={OUTCOMES.map(({ icon, ...outcome }) => ({ ...outcome, icon: <Icon name={icon} /> }))}
        formats={BIBLIOGRAPHY_FORMATS.map(({ key, label }) => ({ key, label }))}
        drawings={{
          download: drawn("download"),
          care: <Icon name="triangle-alert" />,
          stop: <Icon name="circle-x" />,
        }}
        about={
          <>
            <p>
              RIS, BibTeX, BibLaTeX, CSL-JSON, EndNote XML, CSV, XLSX, JSON, Word, Markdown or a plain list:
              whatever <Link href={"/exports" as Route}>leaves this site</Link> is read.
            </p>
            <p>
              Up to {MOST_TEXT_WORDS} and {MOST_ENTRIES.toLocaleString("en-GB")} entries at a time.
            </p>
          </>
        }
      />
    </Page>
  );
}
