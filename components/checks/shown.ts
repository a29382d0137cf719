import type { ReaderMark } from "@/components/sources/reader";
import { textFragment } from "@/components/sources/text-fragment";
import type { FindingMatch } from "@/lib/checking";
import type { KeptFinding } from "@/lib/checks";
import { labelWord } from "./label-words";

/** A finding with what was decided of it. */
export interface ShownFinding extends KeptFinding {
  readonly isOpen: boolean;
  /** What must be read with the record's words; empty when they stand by themselves. */
  readonly company: string;
  readonly decisions: readonly {
    readonly id: string;
    readonly kind: string;
    readonly note: string;
    readonly by: string | null;
    /** The colleague who is asked, and whether that is who reads the page. */
    readonly of: string | null;
    readonly isOfActor: boolean;
    readonly givenAt: Date;
    readonly supersededAt: Date | null;
  }[];
}

/** A check as its page draws it. */
export interface ShownCheck {
  readonly publicId: string;
  readonly title: string;
  readonly language: string;
  readonly version: number;
  readonly scope: string;
  readonly closedAt: Date | null;
  readonly ranAt: Date;
  readonly by: string | null;
  readonly story: { readonly slug: string; readonly title: string } | null;
  readonly draft: { readonly number: number };
  readonly searched: { readonly texts: number; readonly words: number; readonly statements: number };
  readonly findings: readonly ShownFinding[];
  /** How many of them are open, and how many words of the draft are not accounted for. */
  readonly open: number;
  readonly left: number;
  readonly materials: readonly {
    readonly ordinal: number;
    readonly name: string;
    readonly lengthUtf16: number;
    readonly sha256: string;
  }[];
  /** The statements that were saved anew since. */
  readonly changed: readonly { readonly publicId: string; readonly state: string }[];
}

/** What was decided of a finding and stands; what was opened again stands for nothing. */
export function standingDecision({ decisions }: ShownFinding) {
  const last = decisions.find(({ supersededAt }) => supersededAt === null);
  return last === undefined || last.kind === "reopened" ? null : last;
}

/** Where a match leads, to its very words where the page holds the whole text, and what it is called. */
export function placeOfMatch(checkId: string, match: FindingMatch): { href: string; words: string } {
  if (match.statement !== null) return { href: `/statements/${match.statement}`, words: match.title };
  const at = textFragment(match.text);
  if (match.source.startsWith("material/"))
    return { href: `/check/${checkId}/${match.source}${at}`, words: match.title };
  const [source = "", edition] = match.source.split("/editions/");
  return {
    href: `/sources/${source}${edition === undefined ? "" : `?edition=${edition}`}${at}`,
    words: match.title,
  };
}

/** A finding as it is drawn in the draft, and where it stands in the list. */
export function markOfFinding(finding: ShownFinding, number: number, href: string): ReaderMark {
  const word = labelWord(finding.label);
  const state = !word.isToLook ? "pass" : finding.isOpen ? "look" : "done";
  return {
    id: `${number}`,
    ranges: [[finding.start, finding.end]],
    form: `check-${state}`,
    icon: state === "done" ? "check" : word.icon,
    href,
    number,
    label: `${word.name}${state === "done" ? ", decided" : ""}`,
  };
}
