import type { Actor } from "@/lib/auth";
import { among, db, type Prisma } from "@/lib/db/server";
import { CONFLICTS, type FieldTerm, type Named, phraseOf, type Range, roleWord } from "@/lib/query";
import { foldForSearch, normaliseName, slugify } from "@/lib/text";
import { seesUnpublished, visibleClaims, visibleRelations, visibleStories } from "@/lib/visibility/server";
import {
  type Asked,
  type Asking,
  anyOf,
  byClaim,
  byName,
  byOutlet,
  bySlug,
  bySourceId,
  byTitle,
  NOTHING,
} from "./asked-words";
import { FALLEN_STATES } from "./model";
import { findNear } from "./near";

type Where = Prisma.StatementWhereInput;

/** Whether a term asks how the desk works, which it answers itself alone. */
export function isOfTheDesk(term: FieldTerm): boolean {
  return term.field === "assignee" || (term.field === "is" && term.value === "assigned");
}

/** The statements of which a field is as asked. */
export async function fielded(asking: Asking, term: FieldTerm): Promise<Asked> {
  const { actor } = asking;
  switch (term.field) {
    case "exact":
      return exactly(term.value);
    case "near": {
      const ids = await findNear(actor, term.value.words);
      return anyOf([{ some: [{ id: among(ids) }], lookups: [{ by: "id", ids }] }]);
    }
    case "speaker":
      return anyOf([await bySlug(term.value.typed), await byName(actor, term.value)]);
    case "role": {
      const role = { words: term.value.words.map(roleWord), isPrefix: term.value.isPrefix };
      return anyOf([{ some: [{ searchKey: { contains: phraseOf(role) } }], lookups: [] }], [role]);
    }
    case "source":
      return anyOf([await bySourceId(term.value.typed), await byTitle(asking, term.value)]);
    case "outlet":
      return anyOf([await byOutlet(term.value)]);
    case "claim":
      return anyOf([await byClaim(actor, term.value, slugify(term.value.typed))]);
    default:
      return { where: await filtered(actor, term), reach: null };
  }
}

type Filtered = Exclude<
  FieldTerm,
  { field: "exact" | "near" | "speaker" | "role" | "source" | "outlet" | "claim" }
>;

/** What was said in these words and signs; the marks at either end are whose who prints it. */
function exactly({ words, typed }: Named): Asked {
  const said = typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
  const row = { words, isPrefix: false };
  // what has no original does not say it, also when it is asked what does not
  const standing = [
    { wordingKey: { contains: foldForSearch(said) } },
    { originalWording: { not: null, contains: said } },
  ];
  return anyOf([{ some: [{ searchKey: { contains: phraseOf(row) }, OR: standing }], lookups: [] }], [row]);
}

async function filtered(actor: Actor, term: Filtered): Promise<Where> {
  switch (term.field) {
    case "story":
      return { storyId: { not: null }, story: storyCalled(actor, term.value) };
    case "state":
      return { state: term.value };
    case "form":
      return { form: term.value };
    case "type":
      return { source: { kind: term.value } };
    case "relation":
      return related(actor, { type: term.value, state: { not: "rejected" } });
    case "verdict": {
      const { axis, value } = term.value;
      const given = { ...(axis ? { axis } : {}), ...(value ? { value } : {}) };
      return { verdicts: { some: { supersededAt: null, ...given } } };
    }
    case "grade": {
      const { reliability, credibility, isOrBetter } = term.value;
      const given = {
        ...(reliability ? { reliability: isOrBetter ? { lte: reliability } : reliability } : {}),
        ...(credibility ? { credibility: isOrBetter ? { lte: credibility } : credibility } : {}),
      };
      return { assessments: { some: { supersededAt: null, ...given } } };
    }
    case "anchor":
      return {
        OR: [
          { anchors: { some: { state: term.value } } },
          // what became of the words in a later text is the desk's to know
          ...(seesUnpublished(actor)
            ? [{ sightings: { some: { state: term.value, supersededAt: null, settledAt: null } } }]
            : []),
        ],
      };
    case "said":
      return { saidOn: within(term.value) };
    case "published":
      return { publishedAt: within(term.value) };
    case "assignee":
      return assignedTo(actor, term.value);
    case "has":
      return HAS[term.value](actor);
    case "is":
      return IS[term.value];
  }
}

// what has no date lies in no stretch, also when it is asked what does not
const within = ({ from, to }: Range) => ({
  not: null,
  ...(from ? { gte: from } : {}),
  ...(to ? { lt: to } : {}),
});

function storyCalled(actor: Actor, { typed }: Named): Prisma.StoryWhereInput {
  const slug = slugify(typed);
  return {
    AND: [visibleStories(actor), slug === "" ? { title: { contains: typed } } : { slug: { contains: slug } }],
  };
}

/** Those in such a relation, to another that is as `other` says. */
function related(actor: Actor, relation: Prisma.RelationWhereInput, other?: Where): Where {
  const such = [relation, visibleRelations(actor)];
  const [to, from] = other ? [{ to: other }, { from: other }] : [{}, {}];
  return {
    OR: [
      { relationsFrom: { some: { AND: [...such, to] } } },
      { relationsTo: { some: { AND: [...such, from] } } },
    ],
  };
}

const STANDING = { state: { notIn: [...FALLEN_STATES] } };

async function assignedTo(actor: Actor, { typed }: Named): Promise<Where> {
  if (!seesUnpublished(actor)) return NOTHING;
  const key = normaliseName(typed);
  if (key === "me" && actor.id !== null)
    return { review: { is: { assigneeId: { not: null, equals: actor.id } } } };
  if (key === "nobody") return { NOT: IS.assigned };
  const users = await db.user.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" } });
  const ids = users.flatMap(({ id, name }) => (` ${normaliseName(name)} `.includes(` ${key} `) ? [id] : []));
  return { review: { is: { assigneeId: { not: null, in: ids } } } };
}

const HAS: Readonly<Record<Extract<FieldTerm, { field: "has" }>["value"], (actor: Actor) => Where>> = {
  // as `isStandingConflict` of lib/relations has it
  contradiction: (actor) => ({
    ...STANDING,
    ...related(
      actor,
      {
        type: { in: [...CONFLICTS] },
        OR: [{ state: "confirmed" }, { state: "resolved", resolution: { not: "different_definitions" } }],
      },
      STANDING,
    ),
  }),
  relation: (actor) => related(actor, { state: { not: "rejected" } }),
  verdict: () => ({ verdicts: { some: { supersededAt: null } } }),
  claim: (actor) => ({ positions: { some: { supersededAt: null, claim: visibleClaims(actor) } } }),
  correction: () => ({ corrections: { some: {} } }),
  translation: () => ({ originalWording: { not: null } }),
  date: () => ({ saidOn: { not: null } }),
  place: () => ({ place: { not: "" } }),
  speaker: () => ({ speakerId: { not: null } }),
};

const IS: Readonly<Record<Extract<FieldTerm, { field: "is" }>["value"], Where>> = {
  denial: { isDenial: true },
  corrected: { corrections: { some: {} } },
  retracted: { state: "retracted" },
  published: { state: "published" },
  assigned: { review: { is: { assigneeId: { not: null } } } },
};
