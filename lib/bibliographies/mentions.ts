/** A record of ours that an entry names. */
export interface Mention {
  readonly kind: "statement" | "source" | "speaker" | "claim" | "story";
  /** A printed id, or the end of an address. */
  readonly id: string;
  readonly version: number | null;
  /** The host of the address that names it; null where none does. */
  readonly host: string | null;
  /** Whether it can be nothing else: "st-martin" in a title may be a church. */
  readonly isCertain: boolean;
}

const PLACES = {
  statements: "statement",
  embed: "statement",
  sources: "source",
  speakers: "speaker",
  claims: "claim",
  stories: "story",
} as const;
const ADDRESS =
  /https?:\/\/([^\s/"'<>{}|\\^`?#]{1,260})(?:\/[^\s/"'<>{}|\\^`?#]{0,200}){0,8}?\/(statements|embed|sources|speakers|claims|stories)\/([\p{L}\p{N}%_-]{1,160})(?:\/versions\/([1-9]\d{0,5}))?/giu;
const PRINTED =
  /(?<![\p{L}\p{N}_/-])(st|src)-([a-z0-9]{4,12})(?![\p{L}\p{N}])(?:,?\s+version\s+([1-9]\d{0,5}))?/giu;
// what `printableId` makes: no vowel, so that nothing reads as a word
const MADE = /^[0-9bcdfghjkmnpqrstvwxyz]{6}$/u;

/** What an entry names, each once; what the entry itself is of, its key, stands first. */
export function mentionsIn(
  text: string,
  { key = "", version = null }: { key?: string; version?: number | null } = {},
): Mention[] {
  const found = new Map<string, Mention>();
  const add = (mention: Mention) => {
    const name = `${mention.kind} ${mention.id}`;
    const known = found.get(name);
    found.set(name, {
      ...mention,
      version: known?.version ?? mention.version,
      host: known?.host ?? mention.host,
      isCertain: known?.isCertain === true || mention.isCertain,
    });
  };
  const own = /^(st-[a-z0-9]{4,12})(?:-record)?$/iu.exec(key.trim())?.[1]?.toLowerCase();
  if (own) add({ kind: "statement", id: own, version, host: null, isCertain: MADE.test(own.slice(3)) });
  for (const source of [key, text]) {
    for (const [, host = "", place = "", id = "", number] of source.matchAll(ADDRESS)) {
      const kind = PLACES[place.toLowerCase() as keyof typeof PLACES];
      const isPrinted = kind === "statement" || kind === "source";
      if (isPrinted && !/^(?:st|src)-[a-z0-9]{4,12}$/iu.test(id)) continue;
      const name = isPrinted ? id.toLowerCase() : decoded(id);
      add({
        kind,
        id: name,
        version: number ? Number(number) : null,
        host: host.toLowerCase(),
        isCertain: isPrinted,
      });
    }
  }
  for (const [, prefix = "", letters = "", number] of text.matchAll(PRINTED)) {
    const id = `${prefix}-${letters}`.toLowerCase();
    const isCertain = number !== undefined || MADE.test(letters.toLowerCase());
    const kind = prefix.toLowerCase() === "st" ? "statement" : "source";
    // a citation names the source beside the statement by an address alone
    if (kind === "source" && !isCertain) continue;
    add({ kind, id, version: number ? Number(number) : null, host: null, isCertain });
  }
  const all = [...found.values()];
  // the column or the field that tells a version is of the entry's own statement
  const first = all.find(({ kind }) => kind === "statement");
  return all.map((one) => (one === first && one.version === null ? { ...one, version } : one));
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
