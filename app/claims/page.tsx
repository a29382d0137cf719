import type { Metadata, Route } from "next";
import { pageOrNotFound } from "@/app/listed";
import { ClaimList } from "@/components/claims/claim-list";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea, TextField } from "@/components/forms/fields.client";
import { AddressNote } from "@/components/ui/address-note";
import { Icon } from "@/components/ui/icon";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead, Section } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { countClaims, listClaims } from "@/lib/claims/server";
import { createClaimAction } from "./actions";

export const metadata: Metadata = {
  title: "Claims",
  description: "Propositions that can be checked, and every statement that takes a position on them.",
};

export default async function ClaimsPage({ searchParams }: PageProps<"/claims">) {
  const actor = await getActor();
  const search = await searchParams;
  const q = typeof search.q === "string" ? search.q : "";
  const after = typeof search.after === "string" ? search.after : undefined;
  const [{ items, next }, total] = await Promise.all([
    pageOrNotFound(listClaims(actor, { q }, { after })),
    countClaims(actor, { q }),
  ]);
  const query = q === "" ? "" : `q=${encodeURIComponent(q)}&`;
  return (
    <Page>
      <PageHead
        title="Claims"
        lede="Propositions that can be checked, phrased neutrally. Many statements can take a position on one of them."
      />
      <AddressNote asked={search} known={{ q: "one", after: "one" }} />
      <form action="/claims" method="get" className="btns below-5" aria-label="Search the claims">
        <span className="find grow">
          <Icon name="search" />
          <label className="vh" htmlFor="claims-q">
            Words of a claim
          </label>
          <input
            className="input"
            id="claims-q"
            type="search"
            name="q"
            defaultValue={q}
            data-search
            dir="auto"
          />
        </span>
        <button className="btn" type="submit">
          Search
        </button>
      </form>
      {items.length === 0 ? (
        <Empty title={q === "" ? "No claim is on record" : "No claim holds these words"}>
          {q === ""
            ? "A claim is made when a statement takes a position on it, in the review of the statement."
            : "Search for other words, or for a part of a word."}
        </Empty>
      ) : (
        <>
          <ClaimList claims={items} />
          <Pager
            next={next ? (`/claims?${query}after=${next}` as Route) : null}
            first={after ? (`/claims?${query}` as Route) : null}
            summary={`${countOf(items.length, "claim")} of ${total.isCapped ? "more than " : ""}${total.count} on this page, the newest first`}
          />
        </>
      )}
      {can(actor, "claim:edit") ? (
        <Section id="new" title="A new claim" margin="One sentence that is either so or not so." isLast>
          <ActionForm action={createClaimAction} label="A new claim" className="stack measure">
            <TextField name="proposition" label="Claim" isRequired />
            <TextArea
              name="note"
              label="Note"
              hint="What the words mean here: scope, period, definitions."
              rows={2}
            />
            <SubmitButton>Record the claim</SubmitButton>
          </ActionForm>
        </Section>
      ) : null}
    </Page>
  );
}
