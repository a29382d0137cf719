import { changesBetween } from "@/lib/matching";
import { Now, Was } from "./was-now";

interface ChangedWordsProps {
  was: string;
  now: string;
  language?: string | undefined;
}

/** How words became others: what was taken out is struck through, what came is underlined twice. */
export function ChangedWords({ was, now, language }: ChangedWordsProps) {
  const changes = changesBetween(was, now);
  // two texts without a word in common are read one after the other; woven together nobody could read either
  const isWoven = changes.some(({ kind, text }) => kind === "same" && /[\p{L}\p{N}]/u.test(text));
  if (!isWoven) {
    return (
      <span dir="auto" lang={language}>
        <Was>{was}</Was>
        <Now>{now}</Now>
      </span>
    );
  }
  return (
    <span dir="auto" lang={language}>
      {changes.map(({ kind, text }, index) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: stretches are cut from one text and never reordered
        if (kind === "was") return <Was key={index}>{text}</Was>;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        if (kind === "now") return <Now key={index}>{text}</Now>;
        return text;
      })}
    </span>
  );
}

export interface FieldChange {
  readonly label: string;
  readonly was: string;
  readonly now: string;
  readonly language?: string | undefined;
}

/** Field by field, what stood and what stands. */
export function ChangedFields({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <dl className="facts">
      {changes.map(({ label, was, now, language }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <ChangedWords was={was || "(none)"} now={now || "(none)"} language={language} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
