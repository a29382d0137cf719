import { namesHeld } from "@/lib/accounts/server";
import { type Actor, assertCan, can } from "@/lib/auth";
import type { CheckReport } from "@/lib/checking";
import { db, type Prisma } from "@/lib/db/server";
import { now } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import { cursorOf, olderThan, type PageRequest, takeOf } from "@/lib/paging";
import { companyInWords } from "@/lib/statements";
import { WORDED } from "@/lib/statements/server";
import { materialId } from "./material-id";
import type { CheckScope, CheckView } from "./model";
import { findingsOpen } from "./open";
import { countsKept, findingsIn } from "./sheet";

export type CheckRow = Awaited<ReturnType<typeof listChecks>>["items"][number];
export type CheckDetail = Awaited<ReturnType<typeof getCheck>>;

/**
 * One page of the desk's checks, newest first; of one story when it is named. @throws {Forbidden}
 * @throws {Refused} when `after` is not a `next` that this list gave.
 */
export async function listChecks(
  actor: Actor,
  { story, view, ...page }: PageRequest & { story?: string | undefined; view?: CheckView | undefined } = {},
) {
  assertCan(actor, "check:work");
  const take = takeOf(page);
  const found = await db.check.findMany({
    where: {
      AND: [olderThan("createdAt", page.after), story ? { story: { slug: story } } : {}, viewed(actor, view)],
    },
    // Check(createdAt, id), Check(storyId, createdAt, id)
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: take + 1,
    select: {
      ...{ id: true, publicId: true, title: true, language: true, closedAt: true, createdAt: true },
      ...{ createdById: true, findingCount: true, openCount: true, wordCount: true, leftCount: true },
      story: { select: { slug: true, title: true } },
      runs: {
        orderBy: [{ ranAt: "desc" }, { id: "desc" }],
        take: 1,
        select: { statements: true, ranAt: true },
      },
      decisions: {
        where: askedOf(actor),
        select: { id: true },
        orderBy: { id: "asc" },
      },
    },
  });
  const items = found.slice(0, take);
  const last = found.length > take ? items.at(-1) : undefined;
  const saves = await savesNow(items.flatMap(({ runs }) => Object.keys(savesIn(runs[0]?.statements))));
  const nameOf = await namesHeld(items.map(({ createdById }) => createdById));
  const counts = await Promise.all(items.map((check) => countsKept(check)));
  return {
    items: items.map(({ runs, decisions, createdById, ...check }, at) => ({
      ...check,
      by: nameOf(createdById, check.createdAt),
      findings: counts[at]?.findingCount ?? 0,
      open: counts[at]?.openCount ?? 0,
      /** How many of the statements that it rests on were saved anew since. */
      changed: changedSince(savesIn(runs[0]?.statements), saves).length,
      /** How much in it is asked of the actor. */
      asked: decisions.length,
    })),
    next: last ? cursorOf(last.createdAt, last.id) : null,
  };
}

/** The checks of a view, as a `where`. */
function viewed(actor: Actor, view: CheckView | undefined): Prisma.CheckWhereInput {
  if (view === "open") return { closedAt: null };
  if (view === "closed") return { closedAt: { not: null } };
  if (view === "asked") return { closedAt: null, decisions: { some: askedOf(actor) } };
  return {};
}

const askedOf = ({ id }: Actor) =>
  ({ askedOfId: id ?? "", kind: "asked", supersededAt: null }) satisfies Prisma.CheckDecisionWhereInput;

/** How many findings of checks that are not closed are asked of the actor; none for who does not work on the desk. */
export async function countAsked(actor: Actor): Promise<number> {
  if (!can(actor, "check:work")) return 0;
  // CheckDecision(askedOfId, supersededAt)
  return db.checkDecision.count({ where: { ...askedOf(actor), check: { closedAt: null } } });
}

/**
 * A check with its newest draft, what the newest comparison found, and what was decided of it.
 * @throws {Forbidden} @throws {NotFound}
 */
export async function getCheck(actor: Actor, publicId: string) {
  assertCan(actor, "check:work");
  const check = await db.check.findUnique({
    where: { publicId },
    include: {
      story: { select: { slug: true, title: true } },
      drafts: { orderBy: { number: "desc" }, take: 1 },
      materials: {
        where: { removedAt: null },
        orderBy: { ordinal: "asc" },
        select: { ordinal: true, name: true, lengthUtf16: true, sha256: true },
      },
      runs: { orderBy: [{ ranAt: "desc" }, { id: "desc" }], take: 1 },
      decisions: { orderBy: [{ givenAt: "asc" }, { id: "asc" }] },
    },
  });
  const [draft] = check?.drafts ?? [];
  const [run] = check?.runs ?? [];
  if (!check || !draft || !run) throw new NotFound("The check");
  const nameOf = await namesHeld([
    check.createdById,
    ...check.decisions.flatMap(({ givenById, askedOfId }) => [givenById, askedOfId]),
  ]);
  const standing = check.decisions.filter(({ supersededAt }) => supersededAt === null);
  const findings = findingsIn(run.findings);
  const open = new Set(findingsOpen(findings, standing).map(({ key }) => key));
  const saves = savesIn(run.statements);
  const company = await listCompany(
    findings.flatMap(({ match, others }) => [match, ...others].flatMap((one) => one?.statement ?? [])),
  );
  return {
    ...check,
    scope: check.scope as CheckScope,
    by: nameOf(check.createdById, check.createdAt),
    draft,
    ranAt: run.ranAt,
    searched: JSON.parse(run.searched) as CheckReport["searched"],
    findings: findings.map((finding) => ({
      ...finding,
      /** What must be read with the record's words: that they are off the record, denied, second-hand, disputed. */
      company: company.get(finding.match?.statement ?? "") ?? "",
      isOpen: open.has(finding.key),
      /** All that was decided of it, oldest first; the last one stands. */
      decisions: check.decisions
        .filter(({ findingKey }) => findingKey === finding.key)
        .map(({ givenById, askedOfId, ...decision }) => ({
          ...decision,
          by: nameOf(givenById, decision.givenAt),
          of: nameOf(askedOfId),
          isOfActor: askedOfId !== null && askedOfId === actor.id,
        })),
    })),
    /** The same of every statement that a finding rests on or names beside it, by printed id; of those alone that have some. */
    company,
    open: open.size,
    /** How many words of the draft are not accounted for. */
    left: (await countsKept(check)).leftCount,
    /** The statements that it rests on and that were saved anew since it was compared. */
    changed: changedSince(saves, await savesNow(Object.keys(saves))),
  };
}

/** One text that stands behind a draft. @throws {Forbidden} @throws {NotFound} */
export async function getMaterial(actor: Actor, { checkId, ordinal }: { checkId: string; ordinal: number }) {
  assertCan(actor, "check:work");
  const found = await db.checkMaterial.findFirst({
    where: { ordinal, check: { publicId: checkId } },
    include: { check: { select: { publicId: true, title: true } } },
  });
  if (!found) throw new NotFound("This material");
  return found;
}

/** The material of a check with its words, as a report of it names places. @throws {Forbidden} */
export async function listSearched(actor: Actor, { publicId }: { publicId: string }) {
  assertCan(actor, "check:work");
  const materials = await db.checkMaterial.findMany({
    where: { check: { publicId }, removedAt: null },
    orderBy: { ordinal: "asc" },
    select: { ordinal: true, name: true, text: true },
  });
  return materials.map(({ ordinal, name, text }) => ({ id: materialId(ordinal), title: name, text }));
}

function savesIn(json: string | undefined): Readonly<Record<string, number>> {
  return json === undefined ? {} : (JSON.parse(json) as Record<string, number>);
}

/**
 * What must be read with the words of stored statements, by printed id; of those alone that have some. The ids are those of
 * statements that the caller was given.
 */
export async function listCompany(publicIds: readonly string[]): Promise<Map<string, string>> {
  const found = await db.statement.findMany({
    where: { publicId: { in: [...new Set(publicIds)] } },
    select: {
      ...{ publicId: true, ...WORDED },
      assessments: {
        where: { supersededAt: null },
        select: { attributionTerms: true, embargoedUntil: true },
        orderBy: { id: "asc" },
      },
    },
    orderBy: { id: "asc" },
  });
  return new Map(
    found.flatMap(({ publicId, assessments, ...worded }) => {
      const words = [...assessments.flatMap(sealOf), companyInWords(worded)].filter(Boolean).join(" ");
      return words === "" ? [] : [[publicId, words] as const];
    }),
  );
}

/** Why the words may not be published now, if so. */
function sealOf({
  attributionTerms,
  embargoedUntil,
}: {
  attributionTerms: string;
  embargoedUntil: Date | null;
}) {
  if (attributionTerms === "off_record") return ["Off the record: it may not be published."];
  if (embargoedUntil === null || embargoedUntil <= now()) return [];
  return [
    `Under an embargo until ${embargoedUntil.toISOString().slice(0, 16).replace("T", " ")} UTC: it may not be published before.`,
  ];
}

interface Save {
  readonly version: number;
  readonly state: string;
}

async function savesNow(publicIds: readonly string[]): Promise<Map<string, Save>> {
  const found = await db.statement.findMany({
    where: { publicId: { in: [...new Set(publicIds)] } },
    select: { publicId: true, version: true, state: true },
    orderBy: { id: "asc" },
  });
  return new Map(found.map(({ publicId, version, state }) => [publicId, { version, state }]));
}

function changedSince(saves: Readonly<Record<string, number>>, now: ReadonlyMap<string, Save>) {
  return Object.entries(saves).flatMap(([publicId, version]) => {
    const save = now.get(publicId);
    return save === undefined || save.version === version ? [] : [{ publicId, state: save.state }];
  });
}
