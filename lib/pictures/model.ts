import { dayInWords, isLocal, LOCAL_NOTE, speakerOf } from "@/lib/citations";
import { absoluteUrl, deskName } from "@/lib/http";
import { companyOf, shortWording, type Worded } from "@/lib/statements";

/** What a picture for unfurling elsewhere says: 1200 by 630 pixels, words alone. */
export interface Picture {
  /** "Claim": what the words are, where they are not a quotation. */
  readonly kind: string | null;
  /** Read before everything else: "Retracted on 3 November 2025." */
  readonly notice: string | null;
  /** The reporter's or the desk's words before the words: "Denies:", "[Ankara expressed]". */
  readonly before: string;
  /** Cut at a word where they are too many; nothing else of a picture is cut that must be read with them. */
  readonly words: string;
  /** Behind the words: "[second-hand, through Axios]". */
  readonly behind: string;
  /** Whose words they are. */
  readonly name: string;
  /** As what, to whom, when, and where they stand. */
  readonly about: readonly string[];
  readonly language: string;
  readonly desk: string;
  /** Where the page is, without its scheme, and whether nobody reaches it from elsewhere. */
  readonly address: string;
}

const WORDS_UTF16 = 520;
const LINE_UTF16 = 90;

/** What a picture of a statement is made of. */
interface Drawn extends Worded {
  readonly publicId: string;
  readonly attribution: string;
  readonly roleThen: string;
  readonly addressee: string;
  readonly saidOn: Date | null;
  readonly saidOnPrecision: string | null;
  readonly speaker: { readonly name: string; readonly kind: string } | null;
  readonly source: {
    readonly title: string;
    readonly publishedOn: Date | null;
    readonly publishedOnPrecision: string | null;
    readonly outlet: { readonly name: string } | null;
  };
}

/** The quotation with all that must be read with it, as a card. */
export function pictureOfStatement(statement: Drawn): Picture {
  const { notice, lead, introduction, tail } = companyOf(statement);
  const { source, roleThen, addressee } = statement;
  const said = statement.saidOn ? dayInWords(statement.saidOn, statement.saidOnPrecision) : "";
  const printed = source.publishedOn ? dayInWords(source.publishedOn, source.publishedOnPrecision) : "";
  return {
    kind: statement.form === "indirect" ? "Paraphrase" : null,
    notice,
    before: [lead ?? "", introduction ? `[${introduction}]` : ""].filter(Boolean).join(" "),
    words: shortWording(statement.wording, WORDS_UTF16),
    behind: tail.length > 0 ? `[${tail.join("; ")}]` : "",
    name: line(speakerOf(statement)),
    about: [
      listed(roleThen, addressee && `to ${apart(addressee)}`, said),
      listed(source.outlet?.name ?? source.title, printed),
    ].filter(Boolean),
    language: statement.language,
    ...footOf(`/statements/${statement.publicId}`),
  };
}

/** A claim, and what this desk found of it: never the proposition alone, which would pass for the desk's own words. */
export function pictureOfClaim(
  claim: { readonly slug: string; readonly proposition: string; readonly state: string },
  found: { readonly scaleLabel: { readonly label: string } | null; readonly asOf: Date } | null,
): Picture {
  const isWithdrawn = claim.state === "withdrawn";
  const label = found?.scaleLabel?.label;
  const judged = label ? `Judged “${label}”` : found ? "Judged in words" : "Not judged by this desk";
  const asOf = found ? `, as of ${dayInWords(found.asOf, "day")}` : "";
  return {
    ...{ kind: "Claim", notice: isWithdrawn ? "Withdrawn." : null, before: "", behind: "" },
    words: shortWording(claim.proposition, WORDS_UTF16),
    name: isWithdrawn ? "" : `${judged}${asOf}`,
    about: [],
    language: "",
    ...footOf(`/claims/${claim.slug}`),
  };
}

/** A speaker, what they are now, and how much of theirs the public reads. */
export function pictureOfSpeaker(
  speaker: {
    readonly slug: string;
    readonly name: string;
    readonly affiliations: readonly { role: string; body: string; heldTo: Date | null }[];
  },
  count: number,
): Picture {
  const now = speaker.affiliations.findLast(({ heldTo }) => heldTo === null);
  return {
    ...{ kind: "Speaker", notice: null, before: "", behind: "", language: "" },
    words: shortWording(speaker.name, WORDS_UTF16),
    name: "",
    about: [
      listed(now?.role, now?.body),
      count === 1 ? "1 statement on record" : `${count.toLocaleString("en-GB")} statements on record`,
    ].filter(Boolean),
    ...footOf(`/speakers/${speaker.slug}`),
  };
}

/** A story by its title and the beginning of what it says of itself. */
export function pictureOfStory(story: {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly withdrawnAt: Date | null;
}): Picture {
  const isWithdrawn = story.withdrawnAt !== null;
  return {
    ...{ kind: "Story", notice: isWithdrawn ? "Withdrawn." : null, before: "", behind: "", name: "" },
    words: shortWording(story.title, WORDS_UTF16),
    about: isWithdrawn || !story.summary ? [] : [shortWording(story.summary, 2 * LINE_UTF16)],
    language: "",
    ...footOf(`/stories/${story.slug}`),
  };
}

function footOf(path: string): Pick<Picture, "desk" | "address"> {
  const address = absoluteUrl(path);
  const note = isLocal(address) ? ` (${LOCAL_NOTE})` : "";
  return { desk: line(deskName()), address: `${address.replace(/^https?:\/\//u, "")}${note}` };
}

function line(text: string): string {
  return shortWording(text, LINE_UTF16);
}

function listed(...parts: readonly (string | undefined)[]): string {
  return parts.flatMap((part) => (part ? [apart(line(part))] : [])).join(", ");
}

/** A part of a line in its own direction: a day behind an Arabic name would be turned round with it. */
function apart(part: string): string {
  return `\u2068${part}\u2069`;
}
