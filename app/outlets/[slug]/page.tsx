import type { Metadata, Route } from "next";
import { cache } from "react";
import { orNotFound } from "@/app/or-not-found";
import { NoticeList } from "@/components/notices/notice-list";
import { GradeHistory } from "@/components/outlets/grade-history";
import { OutletFacts } from "@/components/outlets/outlet-facts";
import { LinkButton } from "@/components/ui/button";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { listNotices } from "@/lib/notices/server";
import { getOutlet } from "@/lib/outlets/server";
import { listGradesOfOutlet } from "@/lib/sourcing/server";

const readOutlet = cache(async (slug: string) => getOutlet(await getActor(), { slug }).catch(orNotFound));

export async function generateMetadata({ params }: PageProps<"/outlets/[slug]">): Promise<Metadata> {
  return { title: (await readOutlet((await params).slug)).name };
}

export default async function OutletPage({ params }: PageProps<"/outlets/[slug]">) {
  const [actor, outlet] = [await getActor(), await readOutlet((await params).slug)];
  const { counts, newest } = await listGradesOfOutlet(actor, outlet.id);
  const notices = await listNotices(actor, { type: "outlet", id: outlet.id });
  return (
    <Page printTitle={outlet.name}>
      <Crumbs
        above={[
          { href: "/sources", label: "Sources" },
          { href: "/outlets", label: "Outlets" },
        ]}
        here={outlet.name}
      />
      <PageHead
        title={<bdi>{outlet.name}</bdi>}
        actions={
          can(actor, "source:edit") ? (
            <LinkButton href={`/outlets/${outlet.slug}/edit` as Route} icon="pencil">
              Edit
            </LinkButton>
          ) : null
        }
      />
      <Section id="facts" title="What is recorded">
        <OutletFacts outlet={outlet} />
      </Section>
      {notices.length > 0 ? (
        <Section id="notices" title="Changes" margin="What was changed here since it is public, and why.">
          <NoticeList notices={notices} />
        </Section>
      ) : null}
      <Section
        id="grades"
        title="How reliable it was judged"
        margin="By reviewers, of one statement at a time, as the Admiralty code has it."
        isLast
      >
        {counts.length === 0 ? (
          <p>The sourcing of none of its statements was assessed yet.</p>
        ) : (
          <GradeHistory counts={counts} newest={newest} />
        )}
      </Section>
    </Page>
  );
}
