import type { Actor } from "@/lib/auth";
import { among, type Tx } from "@/lib/db/server";
import { sameAddresses } from "@/lib/sources";
import { foldForSearch, typedDate } from "@/lib/text";
import { visibleSources } from "@/lib/visibility/server";
import type { RowSource, StatementRow } from "./model";

/** The source of some rows: one in the record, or one that the table makes. */
export interface Origin {
  /** As the rows say it; the first that names something counts. */
  readonly said: RowSource;
  readonly title: string;
  readonly rows: readonly StatementRow[];
  readonly known: KnownOrigin | null;
}

export interface KnownOrigin {
  readonly id: string;
  readonly publicId: string;
  readonly title: string;
  /** The newest text that is held of it. */
  readonly edition: {
    readonly id: string;
    readonly text: string;
    readonly marks: string | null;
    readonly extent: string | null;
  } | null;
}

/** The sources of a table, in the order of its rows: by their address, else by title, outlet and day. */
export async function originsOf(tx: Tx, actor: Actor, rows: readonly StatementRow[]): Promise<Origin[]> {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) {
    const key = originKey(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const origins = joined([...groups.values()]).map((group) => {
    const said = saidBy(group);
    return { said, title: titleOfSource(said, group), rows: group };
  });
  const known = await knownOrigins(tx, actor, origins);
  return origins.map((origin, index) => ({ ...origin, known: known[index] ?? null }));
}

/** What makes two rows have one source. */
function originKey({ source, event }: StatementRow): string {
  const { address, title, outlet, publishedOn } = source;
  return address === "" ? namedKey(title || event, outlet, publishedOn) : `at ${addressKey(address)}`;
}

/** Rows that give no address belong with those of the same title, outlet and day that give one, where these give one alone. */
function joined(groups: readonly StatementRow[][]): StatementRow[][] {
  const nameOfRow = ({ source, event }: StatementRow) =>
    namedKey(source.title || event, source.outlet, source.publishedOn);
  const addressed = new Map<string, Set<StatementRow[]>>();
  for (const group of groups) {
    for (const row of group) {
      if (row.source.address === "" || row.source.title === "") continue;
      const name = nameOfRow(row);
      addressed.set(name, (addressed.get(name) ?? new Set()).add(group));
    }
  }
  return groups.filter((group) => {
    const [first] = group;
    if (first?.source.address !== "") return true;
    const [host, ...others] = addressed.get(nameOfRow(first)) ?? [];
    if (host === undefined || others.length > 0) return true;
    host.push(...group);
    host.sort((one, other) => one.number - other.number);
    return false;
  });
}

const addressKey = (address: string) => [...sameAddresses(address)].sort()[0] ?? address;

function saidBy(rows: readonly StatementRow[]): RowSource {
  const first = (field: keyof RowSource) =>
    rows.find(({ source }) => source[field] !== "")?.source[field] ?? "";
  return {
    ...{ title: first("title"), outlet: first("outlet"), author: first("author") },
    ...{ publishedOn: first("publishedOn"), address: first("address") },
  };
}

/** A source that no row titles is called by its occasion, else by its outlet and day, else by its address. */
function titleOfSource(
  { title, outlet, publishedOn, address }: RowSource,
  [first]: readonly StatementRow[],
): string {
  const dated = [outlet, publishedOn].filter(Boolean).join(", ");
  return (title || first?.event || dated || address).slice(0, 300);
}

type Unknown = Pick<Origin, "said" | "title">;

const WITH_TEXT = {
  id: true,
  publicId: true,
  title: true,
  address: true,
  publishedOn: true,
  publishedOnPrecision: true,
  outlet: { select: { name: true } },
} as const;

async function knownOrigins(
  tx: Tx,
  actor: Actor,
  origins: readonly Unknown[],
): Promise<(KnownOrigin | null)[]> {
  const byAddress = new Map<string, Found>();
  const addresses = origins.flatMap(({ said }) => (said.address === "" ? [] : sameAddresses(said.address)));
  // Source(address)
  const there = await tx.source.findMany({
    where: { AND: [visibleSources(actor), { address: among(addresses) }] },
    select: WITH_TEXT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  // of several the oldest, as an import takes it
  for (const source of there) byAddress.set(addressKey(source.address ?? ""), source);
  const byName = new Map<string, Found>();
  const titles = origins.map(({ title }) => title);
  const called = await tx.source.findMany({
    where: { AND: [visibleSources(actor), { title: among(titles) }] },
    select: WITH_TEXT,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  for (const source of called) byName.set(nameOf(source), source);
  const found = origins.map(({ said, title }) => {
    const named = byName.get(namedKey(title, said.outlet, said.publishedOn));
    if (said.address === "") return named;
    // recorded before anybody knew its address
    return byAddress.get(addressKey(said.address)) ?? (named?.address === null ? named : undefined);
  });
  const texts = await newestTexts(
    tx,
    found.flatMap((one) => one?.id ?? []),
  );
  return found.map((one) =>
    one ? { id: one.id, publicId: one.publicId, title: one.title, edition: texts.get(one.id) ?? null } : null,
  );
}

interface Found {
  readonly id: string;
  readonly publicId: string;
  readonly title: string;
  readonly address: string | null;
  readonly publishedOn: Date | null;
  readonly publishedOnPrecision: string | null;
  readonly outlet: { readonly name: string } | null;
}

const namedKey = (title: string, outlet: string, publishedOn: string) =>
  [foldForSearch(title), foldForSearch(outlet), publishedOn].join("\n");

const nameOf = ({ title, outlet, publishedOn, publishedOnPrecision }: Found) =>
  namedKey(title, outlet?.name ?? "", typedDate(publishedOn, publishedOnPrecision));

async function newestTexts(tx: Tx, sourceIds: readonly string[]) {
  // Edition(sourceId, number)
  const editions = await tx.edition.findMany({
    where: { sourceId: among([...sourceIds]) },
    select: { id: true, sourceId: true, text: true, marks: true, extent: true },
    orderBy: { number: "asc" },
  });
  return new Map(editions.map(({ sourceId, ...edition }) => [sourceId, edition]));
}
