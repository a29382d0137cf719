import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { orNotFound } from "@/app/or-not-found";
import { ActionForm } from "@/components/forms/action-form";
import { HiddenField } from "@/components/forms/fields.client";
import { PageForm } from "@/components/forms/page-form";
import { Facts } from "@/components/ui/facts";
import { Hidden } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { Time } from "@/components/ui/time";
import { DeliveriesTable } from "@/components/webhooks/deliveries-table";
import { WebhookState } from "@/components/webhooks/webhooks-table";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import type { FormAction } from "@/lib/forms";
import { EVENT_WORDS } from "@/lib/webhooks";
import { getWebhook } from "@/lib/webhooks/server";
import {
  removeWebhookAction,
  renewSecretAction,
  sendAgainAction,
  switchWebhookOffAction,
  switchWebhookOnAction,
  testWebhookAction,
} from "../actions";
import { webhookPageAction } from "./page-action";

export const metadata: Metadata = { title: "A webhook", robots: { index: false } };

const DONE: Readonly<Record<string, string>> = {
  test: "A test is on its way: open this page again in a moment to see what came of it",
  again: "It is sent again, under the id it had: open this page again in a moment to see what came of it",
  off: "Nothing is sent to it until it is switched on",
  on: "What waited is sent now, and what happens from now on",
};

export default async function WebhookPage({ params, searchParams }: PageProps<"/admin/webhooks/[id]">) {
  const actor = await requireActor();
  if (!can(actor, "setting:change")) notFound();
  const webhook = await getWebhook(actor, (await params).id).catch(orNotFound);
  const { done } = await searchParams;
  const message = typeof done === "string" ? DONE[done] : undefined;
  const isOn = webhook.state === "on";
  const form = { id: webhook.id };
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/admin", label: "Admin" },
          { href: "/admin/webhooks", label: "Webhooks" },
        ]}
        here={webhook.label}
      />
      <PageHead title={webhook.label} />
      {message === undefined ? null : (
        <div className="below-4">
          <Note tone="pass" title={message} isLive />
        </div>
      )}
      {webhook.state === "failed" ? (
        <div className="below-4">
          <Note tone="stop" title="It was switched off, for it did not answer">
            <p>
              An event was tried for two days and none arrived. Mend what listens there, then switch it on:
              what waits is sent then. What happened meanwhile is not; the feeds have it.
            </p>
          </Note>
        </div>
      ) : null}
      <div className="below-5">
        <Facts
          facts={[
            { name: "Address", value: <code>{webhook.url}</code> },
            { name: "State", value: <WebhookState state={webhook.state} /> },
            { name: "Told of", value: webhook.events.map((event) => EVENT_WORDS[event]).join(" · ") },
            { name: "Added", value: <Time value={webhook.createdAt} precision="day" /> },
          ]}
        />
      </div>
      <PageForm action={webhookPageAction}>
        <Section
          id="log"
          title="What was sent"
          margin="The last hundred, for thirty days. Each keeps its id when it is sent again."
        >
          <DeliveriesTable webhook={webhook} sendAgain={isOn ? sendAgainAction : null} />
        </Section>
        {isOn ? (
          <Section id="test" title="Test" margin="It says “test” and tells of nothing.">
            <WebhookForm {...form} form="test-form" action={testWebhookAction} label="Test">
              <SubmitButton variant="plain" icon="send" pendingLabel="Sending…">
                Send a test
              </SubmitButton>
            </WebhookForm>
          </Section>
        ) : null}
        <Section id="switch" title={isOn ? "Switch off" : "Switch on"} margin="It can be undone at any time.">
          {isOn ? (
            <WebhookForm {...form} form="off-form" action={switchWebhookOffAction} label="Switch off">
              <SubmitButton variant="plain" icon="ban">
                Switch off
              </SubmitButton>
            </WebhookForm>
          ) : (
            <WebhookForm {...form} form="on-form" action={switchWebhookOnAction} label="Switch on">
              <SubmitButton>Switch on</SubmitButton>
            </WebhookForm>
          )}
        </Section>
        <Section id="secret" title="Secret" margin="The one it has ends at once.">
          <WebhookForm {...form} form="secret-form" action={renewSecretAction} label="Secret">
            <HiddenField name="was" value={webhook.secretMark} />
            <SubmitButton variant="plain" icon="key-round" pendingLabel="Making…">
              Make another secret
            </SubmitButton>
          </WebhookForm>
        </Section>
        <Section id="remove" title="Remove" isLast margin="For good, with what waits to be sent.">
          <WebhookForm {...form} form="remove-form" action={removeWebhookAction} label="Remove">
            <SubmitButton variant="stop" icon="trash-2" pendingLabel="Removing…">
              Remove the address
            </SubmitButton>
          </WebhookForm>
        </Section>
      </PageForm>
    </Page>
  );
}

interface WebhookFormProps {
  id: string;
  form: string;
  action: FormAction;
  label: string;
  children: ReactNode;
}

function WebhookForm({ id, form, action, label, children }: WebhookFormProps) {
  return (
    <ActionForm action={action} id={form} label={label}>
      <Hidden values={{ webhookId: id }} />
      <div>{children}</div>
    </ActionForm>
  );
}
