import { paramsOf } from "@/app/statements.json/params";
import { type Actor, assertCan } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { listClaims } from "@/lib/claims/server";
import { NotFound } from "@/lib/errors";
import { badRequest, jsonResponse, toReadResponse, unknownIn } from "@/lib/http";
import { listOutlets } from "@/lib/outlets/server";
import { typedSoFar } from "@/lib/query";
import { findReviewersByWords } from "@/lib/review/server";
import { findSpeakersByWords } from "@/lib/speakers/server";
import { wordedInFull } from "@/lib/statements";
import { listStatements } from "@/lib/statements/server";
import { findStoriesByWords } from "@/lib/stories/server";

const MOST = 8;

/** What a picker offers: what it puts into its input, and what tells it from the others. */
interface Offer {
  readonly value: string;
  readonly hint: string;
}

const OFFERS: Readonly<Record<string, (actor: Actor, q: string) => Promise<Offer[]>>> = {
  speakers: async (actor, q) =>
    (await findSpeakersByWords(actor, q, { take: MOST })).map(({ told, kind, role }) => ({
      value: told,
      hint: [kind, role].filter(Boolean).join(", "),
    })),
  outlets: async (actor, q) =>
    (await listOutlets(actor, { q, take: MOST })).map(({ name }) => ({ value: name, hint: "" })),
  claims: async (actor, q) =>
    (await listClaims(actor, { q: typedSoFar(q) }, { take: MOST })).items.map(({ proposition, state }) => ({
      value: proposition,
      hint: state,
    })),
  stories: async (actor, q) =>
    (await findStoriesByWords(actor, q, { take: MOST })).map(({ told }) => ({ value: told, hint: "" })),
  reviewers: async (actor, q) =>
    (await findReviewersByWords(actor, q, { take: MOST })).map(({ told, role }) => ({
      value: told,
      hint: role,
    })),
  statements: async (actor, q) =>
    (await listStatements(actor, { q: typedSoFar(q) }, { take: MOST })).items.map((statement) => ({
      value: statement.publicId,
      hint: `${statement.speaker?.name ?? "nobody named"}: ${wordedInFull(statement, { most: LONGEST })}`,
    })),
};

const LONGEST = 90;

/** What a field of the desk offers while somebody types: at most eight that hold the words `q`. */
export async function GET(request: Request, { params }: RouteContext<"/pick/[kind]">) {
  const asked = paramsOf(request.url);
  const unknown = unknownIn(asked, { q: "one" });
  if (unknown.length > 0) return badRequest(unknown);
  try {
    const actor = await getActor();
    assertCan(actor, "statement:read_unpublished");
    const { kind } = await params;
    const offer = Object.hasOwn(OFFERS, kind) ? OFFERS[kind] : undefined;
    if (!offer) throw new NotFound("The list");
    const words = String(asked.q ?? "")
      .trim()
      .slice(0, 200);
    return jsonResponse({ items: words === "" ? [] : await offer(actor, words) });
  } catch (error) {
    return toReadResponse(error);
  }
}
