import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import { type Tx, transact } from "@/lib/db/server";
import { Conflict, NotFound, refuseUnlessEmpty } from "@/lib/errors";
import { changesBetween } from "@/lib/notices";
import { passPublicEdit } from "@/lib/notices/server";
import { freeSlug, printableId, searchKeyOf, slugify } from "@/lib/text";
import { type OutletKind, outletKey } from "./model";

export interface FoundOutlet {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isNew: boolean;
}

/**
 * The outlet of that name, made when there is none. Names that differ only in case, marks or diacritics are one outlet.
 * @throws {Forbidden} @throws {Refused} when the name is blank.
 */
export async function findOrCreateOutlet(tx: Tx, actor: Actor, name: string): Promise<FoundOutlet> {
  assertCan(actor, "source:import");
  const printed = name.normalize("NFC").replace(/\s+/gu, " ").trim();
  const nameKey = outletKey(printed);
  refuseUnlessEmpty(
    nameKey === "" ? [{ rule: "outlet.named", message: "Give the outlet's name.", field: "outletName" }] : [],
  );
  const known = await tx.outlet.findUnique({ where: { nameKey } });
  if (known) return { id: known.id, slug: known.slug, name: known.name, isNew: false };

  const base = slugify(printed) || printableId("out");
  const near = await tx.outlet.findMany({
    where: { slug: { startsWith: base } },
    select: { slug: true },
    orderBy: { id: "asc" },
  });
  const outlet = await tx.outlet.create({
    data: {
      slug: freeSlug(
        base,
        near.map(({ slug }) => slug),
      ),
      name: printed,
      nameKey,
      searchKey: searchKeyOf(printed),
    },
  });
  await appendAudit(tx, {
    actor,
    action: "outlet.recorded",
    subjectType: "outlet",
    subjectId: outlet.id,
    after: { name: outlet.name, slug: outlet.slug },
  });
  return { id: outlet.id, slug: outlet.slug, name: outlet.name, isNew: true };
}

/** What is said of an outlet, whole: what is left empty is no longer recorded. */
export interface OutletFields {
  readonly id: string;
  readonly version: number;
  readonly kind: OutletKind;
  readonly homepage: string;
  /** Its ISO 3166 code. */
  readonly country: string;
  /** BCP 47. */
  readonly language: string;
  readonly publicNote?: string;
}

/** How the public reads the fields. */
const FIELDS = {
  kind: "Kind of outlet",
  homepage: "The outlet’s homepage",
  country: "The outlet’s country",
  language: "The outlet’s language",
} as const;

/**
 * Changes what is recorded about an outlet; its name is what its sources call it.
 * @throws {Forbidden} @throws {NotFound} @throws {Conflict} when someone saved since `version` was read. @throws {Refused}
 * as `passPublicEdit` does, when something of it is public.
 */
export async function editOutlet(
  actor: Actor,
  { id, version, publicNote, ...fields }: OutletFields,
): Promise<{ slug: string }> {
  assertCan(actor, "source:edit");
  return transact(async (tx) => {
    const found = await tx.outlet.findUnique({
      where: { id },
      select: { slug: true, kind: true, homepage: true, country: true, language: true },
    });
    if (!found) throw new NotFound("The outlet");
    const { slug, ...before } = found;
    const after = {
      kind: fields.kind,
      homepage: fields.homepage || null,
      country: fields.country || null,
      language: fields.language || null,
    };
    const { count } = await tx.outlet.updateMany({
      where: { id, version },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict();
    await passPublicEdit(tx, actor, {
      subject: { type: "outlet", id },
      changes: changesBetween(FIELDS, inWords(before), inWords(after)),
      note: publicNote,
    });
    await appendAudit(tx, {
      ...{ actor, action: "outlet.edited", subjectType: "outlet", subjectId: id, before, after },
    });
    return { slug };
  });
}

const inWords = <Fields extends { kind: string }>(fields: Fields) => ({
  ...fields,
  kind: fields.kind.replaceAll("_", " "),
});
