import { appendAudit } from "@/lib/audit/server";
import { type Actor, assertCan } from "@/lib/auth";
import type { Tx } from "@/lib/db/server";
import { refuseUnlessEmpty } from "@/lib/errors";
import { freeSlug, printableId, searchKeyOf, slugify } from "@/lib/text";
import { outletKey } from "./model";

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
