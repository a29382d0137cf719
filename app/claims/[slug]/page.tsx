import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Positions } from "@/components/claims/positions";
import { ActionForm } from "@/components/forms/action-form.client";
import { TextArea, TextField } from "@/components/forms/fields.client";
import { Hidden } from "@/components/ui/form";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Crumbs, Page, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button.client";
import { Tag } from "@/components/ui/tag";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { getClaim } from "@/lib/claims/server";
import { NotFound } from "@/lib/errors";
import { publishClaimAction, rephraseClaimAction } from "../actions";

const claimOf = cache(async (slug: string) => getClaim(await getActor(), slug).catch(orNotFound));

export async function generateMetadata({ params }: PageProps<"/claims/[slug]">): Promise<Metadata> {
  const { slug } = await params;
  return { title: (await claimOf(slug)).proposition };
}

export default async function ClaimPage({ params }: PageProps<"/claims/[slug]">) {
  const actor = await getActor();
  const { slug } = await params;
  const claim = await claimOf(slug);
  return (
    <Page printTitle={`Claim: ${claim.proposition}`}>
      <Crumbs above={[{ href: "/claims", label: "Claims" }]} here={slug} />
      <header className="pagehead">
        <div>
          <h1>{claim.proposition}</h1>
          {claim.note ? <p dir="auto">{claim.note}</p> : null}
          {claim.state === "published" ? null : <Tag icon="eye">At the desk only; not published</Tag>}
        </div>
      </header>
      <Section
        id="positions"
        title="Positions"
        margin={`${countOf(claim.positions.length, "statement")}, in the order in which they were said. They are not a vote.`}
        isLast={claim.stories.length === 0 && !can(actor, "claim:edit")}
      >
        {claim.positions.length === 0 ? (
          <Empty title="No statement takes a position on it yet" level={3}>
            Positions are taken in the review of a statement.
          </Empty>
        ) : (
          <Positions positions={claim.positions} />
        )}
      </Section>
      {claim.stories.length > 0 ? (
        <Section id="stories" title="Stories" isLast={!can(actor, "claim:edit")}>
          <ul className="list">
            {claim.stories.map(({ story }) => (
              <li key={story.slug}>
                <Link href={`/stories/${story.slug}` as Route}>{story.title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {can(actor, "claim:edit") ? (
        <Section
          id="edit"
          title="The claim itself"
          margin="Its address stays when it is put in other words."
          isLast
        >
          <ActionForm
            action={rephraseClaimAction}
            id="rephrase"
            label="Put it in other words"
            version={claim.version}
            className="stack measure noprint"
          >
            <Hidden values={{ claimId: claim.id }} />
            <TextField name="proposition" label="Claim" value={claim.proposition} isRequired />
            <TextArea name="note" label="Note" value={claim.note} rows={2} />
            <SubmitButton variant="plain">Save the claim</SubmitButton>
          </ActionForm>
          {claim.state !== "published" && can(actor, "statement:publish") ? (
            <ActionForm
              action={publishClaimAction}
              id="publish"
              label="Publish the claim"
              version={claim.version}
              className="stack above-5 noprint"
            >
              <Hidden values={{ claimId: claim.id }} />
              <SubmitButton>Publish the claim</SubmitButton>
            </ActionForm>
          ) : null}
        </Section>
      ) : null}
    </Page>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}
