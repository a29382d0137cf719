import { VISITOR } from "@/lib/auth";
import { quotationHtml, recordTitle } from "@/lib/citations";
import { toClaimReview } from "@/lib/claimreview";
import { getClaim, listReviewed } from "@/lib/claims/server";
import { listLatestChanges } from "@/lib/corrections/server";
import { NotFound } from "@/lib/errors";
import { absoluteUrl, deskName } from "@/lib/http";
import { newestNoticesOn } from "@/lib/notices/server";
import type { PageRequest } from "@/lib/paging";
import type { StatementFilter } from "@/lib/statements";
import { listLatelyPublished, type StatementRow } from "@/lib/statements/server";
import { isShutOut } from "@/lib/visibility/server";
import type { FeedEntry } from "./model";

/** How many entries a feed has. */
const TAKEN = 50;

/**
 * What the public reads of the statements published last under a filter, or of those that take a position on a claim. A
 * feed is the public's, whoever asks for it: nobody subscribes with a password.
 * @throws {NotFound} when there is no such claim, or the public site is off.
 */
export async function listPublishedEntries(
  filter: StatementFilter,
  claim?: string | undefined,
): Promise<FeedEntry[]> {
  assertPublic();
  if (claim !== undefined) await getClaim(VISITOR, claim);
  const asked = claim === undefined ? filter : { ...filter, claim };
  const published = await listLatelyPublished(VISITOR, asked, { take: TAKEN });
  const told = await newestNoticesOn(
    VISITOR,
    published.map(({ id }) => id),
  );
  return published.map((statement) => toEntry(statement, told.get(statement.id)));
}

/**
 * One page of the ClaimReviews of this desk as the public reads them, and where the next begins.
 * @throws {NotFound} when the public site is off. @throws {Refused} for a cursor that no page gave.
 */
export async function listClaimReviews(page: PageRequest) {
  assertPublic();
  const { items, next } = await listReviewed(VISITOR, page);
  return { reviews: items.map(toClaimReview), next };
}

/** What was corrected and retracted last, an entry each time. @throws {NotFound} when the public site is off. */
export async function listChangeEntries(): Promise<FeedEntry[]> {
  assertPublic();
  const changes = await listLatestChanges(VISITOR, { take: TAKEN });
  return changes.map(({ statement, what, at, note, anchor }) => {
    const entry = toEntry(statement);
    return {
      ...entry,
      id: `${entry.url}#${anchor}`,
      title: `${what}: ${recordTitle(cited(statement), { isInCompany: true })}`,
      html: `<p>${inHtml(what)}. ${inHtml(note)}</p>\n${entry.html}`,
      published: at,
      updated: at,
    };
  });
}

function assertPublic(): void {
  if (isShutOut(VISITOR)) throw new NotFound("This feed");
}

/** `toldAt`: when the public was last told of a change in what is read with it. */
function toEntry(statement: StatementRow, toldAt?: Date | undefined): FeedEntry {
  const { speaker, attribution, corrections, retractions, language } = statement;
  const published = statement.publishedAt ?? statement.occurredAt;
  const changed = [
    ...corrections.map(({ givenAt }) => givenAt),
    ...retractions.flatMap(({ confirmedAt }) => confirmedAt ?? []),
    ...(toldAt ? [toldAt] : []),
  ];
  const url = absoluteUrl(`/statements/${statement.publicId}`);
  return {
    ...{ id: url, url, language, published },
    title: recordTitle(cited(statement)),
    html: quotationHtml(cited(statement)),
    author: (speaker?.name ?? attribution) || deskName(),
    updated: new Date(Math.max(published.getTime(), ...changed.map((at) => at.getTime()))),
  };
}

// a list has no day of retrieval, and nothing here asks for it
function cited(statement: StatementRow) {
  return { ...statement, anchor: null };
}

function inHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
