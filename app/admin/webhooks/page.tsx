import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { NewWebhook } from "@/components/webhooks/new-webhook";
import { WebhooksTable } from "@/components/webhooks/webhooks-table";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { MOST_TRIES, RECEIVER } from "@/lib/webhooks";
import { listWebhooks } from "@/lib/webhooks/server";
import { addWebhookAction } from "./actions";

export const metadata: Metadata = { title: "Webhooks", robots: { index: false } };

export default async function WebhooksPage({ searchParams }: PageProps<"/admin/webhooks">) {
  const actor = await requireActor();
  if (!can(actor, "setting:change")) notFound();
  const [webhooks, { done }] = await Promise.all([listWebhooks(actor), searchParams]);
  return (
    <Page>
      <Crumbs above={[{ href: "/admin", label: "Admin" }]} here="Webhooks" />
      <PageHead
        title="Webhooks"
        lede="Other programs are told what became public, as soon as it did, and what of it was changed."
      />
      {done === "removed" ? (
        <div className="below-4">
          <Note tone="pass" title="The address was removed: nothing is sent to it any more" isLive />
        </div>
      ) : null}
      <Section
        id="addresses"
        title="Addresses"
        margin="What is sent is what a visitor reads at that moment, and nothing else."
      >
        <WebhooksTable webhooks={webhooks} />
      </Section>
      <Section
        id="add"
        title="Add an address"
        margin="It is told what happens from now on. Its secret is shown once."
      >
        <NewWebhook action={addWebhookAction} />
      </Section>
      <Section
        id="receive"
        title="How to receive"
        isLast
        margin="This program is run by the tests. It needs WEBHOOK_SECRET and PORT, and Node."
      >
        <div className="stack">
          <p className="measure">
            Each event is a POST of JSON with <code>id</code>, <code>event</code>, <code>happenedAt</code>,{" "}
            <code>url</code>, <code>type</code> and <code>record</code>, which is what <code>/api/v1</code>{" "}
            answers without a key. The header <code>Verbatim-Signature</code> has the second at which it was
            sent and the HMAC-SHA256 of that second, a full stop and the body. Take nothing that is older than
            five minutes, and no <code>id</code> twice: a try whose answer was lost is made again. Answer with
            200 to 299 within ten seconds; otherwise it is tried {MOST_TRIES} times within two days.
          </p>
          <pre className="code">{RECEIVER}</pre>
        </div>
      </Section>
    </Page>
  );
}
