import { addressOf } from "@/app/statements/address";
import { paramsOf } from "@/app/statements.json/params";
import { toDataFeed } from "@/lib/claimreview";
import { NotFound } from "@/lib/errors";
import { type Feed, toAtom, toJsonFeed } from "@/lib/feeds";
import { listChangeEntries, listClaimReviews, listPublishedEntries } from "@/lib/feeds/server";
import { absoluteUrl, badRequest, deskName, publicResponse, toReadResponse, unknownIn } from "@/lib/http";
import { findSearchOfFeed } from "@/lib/searches/server";
import { FORMS, KNOWN_FILTERS, type StatementFilter, statementFilterSchema } from "@/lib/statements";

const FORMATS = {
  atom: { write: toAtom, mediaType: "application/atom+xml" },
  json: { write: toJsonFeed, mediaType: "application/feed+json" },
} as const;

/** What a feed of statements may be narrowed by: as their list, and by the claim that they take a position on. */
const { q, speaker, source, story, claim } = KNOWN_FILTERS;
const KNOWN = { q, speaker, source, story, claim, form: FORMS };

/** /feeds/statements.atom, .json, /feeds/corrections.atom, .json, /feeds/claimreviews.json and those of saved searches. */
export async function GET(request: Request, { params }: RouteContext<"/feeds/[file]">) {
  const { file } = await params;
  const [, what, ending] = /^(statements|corrections)\.(atom|json)$/u.exec(file) ?? [];
  try {
    if (file === "claimreviews.json") return await claimReviews(request);
    if (file.startsWith("saved-")) return await saved(request, file);
    if (!what || !ending) throw new NotFound("This feed");
    const asked = paramsOf(request.url);
    const unknown = unknownIn(asked, what === "statements" ? KNOWN : {});
    if (unknown.length > 0) return badRequest(unknown);
    const { write, mediaType } = FORMATS[ending as keyof typeof FORMATS];
    const feed = what === "statements" ? await published(asked) : await corrections();
    const self = absoluteUrl(`/feeds/${what}.${ending}${new URL(request.url).search}`);
    return publicResponse(request, write({ ...feed, self }), mediaType);
  } catch (error) {
    return toReadResponse(error);
  }
}

/** Fifty at a time, for each is read with its evidence and its assertions; the header leads on (RFC 8288). */
async function claimReviews(request: Request) {
  const asked = paramsOf(request.url);
  const unknown = unknownIn(asked, { after: "one" });
  if (unknown.length > 0) return badRequest(unknown);
  const { reviews, next } = await listClaimReviews({ after: [asked.after].flat()[0], take: TAKEN_REVIEWS });
  const response = publicResponse(request, JSON.stringify(toDataFeed(reviews)), "application/ld+json");
  if (next !== null) {
    const address = absoluteUrl(`/feeds/claimreviews.json?after=${encodeURIComponent(next)}`);
    response.headers.set("link", `<${address}>; rel="next"`);
  }
  return response;
}

const TAKEN_REVIEWS = 50;

async function published(asked: Record<string, string | string[]>): Promise<Omit<Feed, "self">> {
  const { q, speaker, source, story, form } = statementFilterSchema.parse(asked);
  const filter: StatementFilter = { q, speaker, source, story, form };
  const claim = [asked.claim ?? []].flat()[0];
  const narrowed = Object.entries({ q, speaker, source, story, form, claim })
    .flatMap(([name, value]) => (value?.length ? [`${name} ${[value].flat().join(", ")}`] : []))
    .join(", ");
  return {
    title: `Statements published by ${deskName()}${narrowed ? `, ${narrowed}` : ""}`,
    url: absoluteUrl(
      claim === undefined ? addressOf("/statements", filter) : `/claims/${encodeURIComponent(claim)}`,
    ),
    desk: deskName(),
    entries: await listPublishedEntries(filter, claim),
  };
}

/** A search that somebody saved. Its address is told to few, and shows no more than any feed. */
async function saved(request: Request, file: string) {
  const [, name = "", ending = ""] = /^(.+)\.(atom|json)$/u.exec(file) ?? [];
  const search = await findSearchOfFeed(name);
  if (!search) throw new NotFound("This feed");
  const unknown = unknownIn(paramsOf(request.url), {});
  if (unknown.length > 0) return badRequest(unknown);
  const { write, mediaType } = FORMATS[ending as keyof typeof FORMATS];
  const feed = {
    title: `${search.name}: statements published by ${deskName()}`,
    ...{ url: absoluteUrl(addressOf("/statements", search.filter)), desk: deskName() },
    entries: await listPublishedEntries(search.filter),
    self: absoluteUrl(`/feeds/${file}`),
  };
  return publicResponse(request, write(feed), mediaType);
}

async function corrections(): Promise<Omit<Feed, "self">> {
  return {
    title: `Corrections and retractions by ${deskName()}`,
    url: absoluteUrl("/statements"),
    desk: deskName(),
    entries: await listChangeEntries(),
  };
}
