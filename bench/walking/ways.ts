import { db } from "@/lib/db/server";
import { DESK, type House, type Who } from "./newsroom";

export type Chance = () => number;

export const picking =
  (chance: Chance) =>
  <T>(list: readonly T[]): T =>
    list[Math.floor(chance() * list.length)] as T;

export interface Wanted {
  readonly who: Who;
  readonly path: string;
  readonly form: RegExp;
}

const UNDECIDED = { confirmedAt: null, withdrawnAt: null } as const;
const CURRENT = { where: { supersededAt: null }, orderBy: { id: "asc" } } as const;

/** What the process waits for on a statement, and who could do it; null where it waits for nothing. */
export async function nextStep({ people }: House, id: string, own: readonly string[], chance: Chance) {
  const pick = picking(chance);
  const wanted = (who: Who, path: string, form: RegExp): Wanted => ({ who, path, form });
  const at = await db.statement.findUniqueOrThrow({
    where: { publicId: id },
    include: {
      review: { include: { checks: CURRENT } },
      assessments: CURRENT,
      verdicts: CURRENT,
      proposals: { where: UNDECIDED, orderBy: { id: "asc" } },
      retractions: { where: UNDECIDED, orderBy: { id: "asc" } },
      positions: { orderBy: { id: "asc" }, select: { claim: { select: { slug: true } } } },
    },
  });
  const path = `/review/${id}`;
  const holder = DESK.find((who) => people[who].id === at.review?.assigneeId);
  const editor = pick(["ed1", "ed2"] as const);
  const judge = pick(["rev", "rev", "ed1", "ed2"] as const);
  const reviewer = holder ?? judge;
  if (at.state === "captured" || at.state === "changes_requested")
    return wanted(reviewer, path, /^(?:take|assign-form)$/);
  if (at.state === "in_review") {
    const axes = new Set(at.verdicts.map(({ axis }) => axis));
    const [missing] = ["said", "faithful", "in_context"].filter((axis) => !axes.has(axis));
    if (at.assessments.length === 0) return wanted(reviewer, path, /^sourcing$/);
    if (missing) return wanted(reviewer, path, new RegExp(`^verdict-${missing}-form$`));
    if (at.review?.checks.filter(({ isDone }) => isDone).length !== 8)
      return wanted(reviewer, path, /^checklist$/);
    return wanted(reviewer, path, chance() < 0.3 ? /^(?:resolve-|anchor)/ : /^submit$/);
  }
  if (at.state === "submitted") return wanted(editor, path, chance() < 0.25 ? /^resolve-/ : /^approve$/);
  if (at.state === "approved") return wanted(editor, path, chance() < 0.05 ? /^return-form$/ : /^publish$/);
  if (at.state !== "published") return null;
  if (at.proposals.length > 0)
    return chance() < 0.55
      ? wanted(judge, path, /^judge-again$/)
      : wanted(editor, path, chance() < 0.1 ? /^withdraw-correction/ : /^confirm-correction$/);
  if (at.retractions.length > 0)
    return wanted(editor, path, chance() < 0.7 ? /^withdraw-retraction/ : /^confirm-retraction$/);
  const claim = pick(at.positions.map((position) => position.claim.slug));
  const dice = chance();
  if (dice < 0.3) return wanted(editor, path, /^correct-form$/);
  if (dice < 0.35) return wanted(editor, path, /^retract-form$/);
  if (dice < 0.5) return wanted(judge, path, /^position$/);
  if (dice < 0.65) return wanted(judge, `${path}?other=${pick(own)}`, /^relate$|^rel-/);
  return claim ? wanted(editor, `/claims/${claim}`, ON_CLAIM) : null;
}

const ON_CLAIM = /^(?:publish|withdraw|reinstate|judge|rephrase|take-|remove-)/;

/** Any page of the desk on which something can be changed. */
export async function anyPage(own: readonly string[], chance: Chance, token: () => string): Promise<string> {
  const pick = picking(chance);
  const id = pick(own);
  const statement = await db.statement.findUnique({
    where: { publicId: id },
    include: {
      speaker: true,
      story: true,
      source: { include: { outlet: true } },
      positions: { orderBy: { id: "asc" }, include: { claim: true } },
    },
  });
  const orderBy = { id: "asc" } as const;
  const speakers = await db.speaker.findMany({ select: { slug: true }, orderBy });
  const claims = await db.claim.findMany({ select: { slug: true }, orderBy });
  const stories = await db.story.findMany({ select: { slug: true }, orderBy });
  const last = { orderBy: { id: "desc" } } as const;
  const [draft, check] = [await db.importDraft.findFirst(last), await db.check.findFirst(last)];
  const claim = pick(statement?.positions.map((position) => position.claim.slug) ?? []) ?? pick(claims)?.slug;
  const story = statement?.story?.slug ?? pick(stories)?.slug;
  const speaker = `/speakers/${statement?.speaker?.slug}`;
  const source = `/sources/${statement?.source.publicId}`;
  const other = `chosen=${id.slice(3)}&name=Somebody+${token()}&kind=person`;
  const ways: readonly (readonly [number, string | undefined])[] = [
    [0.52, `/review/${id}`],
    [0.06, `/review/${id}?other=${pick(own)}`],
    [0.05, `/statements/${id}/edit`],
    [0.05, claim && `/claims/${claim}`],
    [0.04, `${speaker}/edit`],
    [0.02, `${speaker}/merge?into=${pick(speakers)?.slug}`],
    [0.02, `${speaker}/split/other?${other}`],
    [0.05, `${source}/edit`],
    [0.03, story && `/stories/${story}${chance() < 0.5 ? "/edit" : ""}`],
    [0.02, "/contradictions"],
    [0.02, draft ? `/import/${draft.publicId}` : undefined],
    [0.02, check ? `/check/${check.publicId}${chance() < 0.4 ? "/proof" : ""}` : undefined],
  ];
  let dice = chance();
  for (const [share, path] of ways) {
    dice -= share;
    if (dice < 0 && path) return path;
  }
  const outlet = `/outlets/${statement?.source.outlet?.slug}/edit`;
  return pick(["/claims", "/stories/new", "/import", "/check", "/doubles", outlet, source, ...MORE]);
}

const MORE = ["/import/table", "/import/work", "/searches"];

const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:take|submit|approve|publish|confirm-correction|judge-again)$/, 14],
  [/^(?:sourcing|checklist|verdict-)/, 4],
  [/confirm-retraction|correct-form/, 3],
  [/decline|retract-form|withdraw/, 0.5],
  [/return-form|assign-form/, 1],
];

/** How likely a form of a page is chosen beside its others. */
export const weightOf = (form: string) => WEIGHTS.find(([is]) => is.test(form))?.[1] ?? 1.5;
