import { ActionForm } from "@/components/forms/action-form";
import { Hidden } from "@/components/ui/form";
import type { IconName } from "@/components/ui/icon";
import { Empty } from "@/components/ui/note";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { FormAction } from "@/lib/forms";
import type { Try } from "@/lib/webhooks";

interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly happenedAt: Date;
  readonly state: string;
  readonly dueAt: Date | null;
  readonly tries: readonly Try[];
}

interface DeliveriesTableProps {
  webhook: { readonly id: string; readonly deliveries: readonly Delivery[] };
  /** Null while nothing is sent there. */
  sendAgain: FormAction | null;
}

const STATES: Readonly<Record<string, { icon: IconName; words: string }>> = {
  waiting: { icon: "clock", words: "waits" },
  delivered: { icon: "circle-check", words: "arrived" },
  failed: { icon: "circle-x", words: "given up" },
  dropped: { icon: "eye-off", words: "not sent: no longer public" },
};

/** What was sent to an address, with each try and what came of it. */
export function DeliveriesTable({ webhook, sendAgain }: DeliveriesTableProps) {
  if (webhook.deliveries.length === 0) return <Empty title="Nothing was sent yet" />;
  return (
    <Table label="What was sent" least="m">
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col">Happened</th>
          <th scope="col">State</th>
          <th scope="col">Tries</th>
          <th scope="col">Again</th>
        </tr>
      </thead>
      <tbody>
        {webhook.deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <th scope="row">
              <code>{delivery.event}</code>
            </th>
            <td>
              <Time value={delivery.happenedAt} precision="time" isShort />
            </td>
            <td>
              <DeliveryState {...delivery} />
            </td>
            <td data-label="Tries">
              <Tries tries={delivery.tries} />
            </td>
            <td>
              {sendAgain && delivery.state !== "waiting" ? (
                <ActionForm
                  action={sendAgain}
                  id={`again-${delivery.id}`}
                  label={`Send ${delivery.event} again`}
                >
                  <Hidden values={{ webhookId: webhook.id, deliveryId: delivery.id }} />
                  <SubmitButton variant="plain" icon="repeat">
                    Send again
                  </SubmitButton>
                </ActionForm>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function DeliveryState({ state, dueAt, tries }: Delivery) {
  const { icon = "clock", words = state } = STATES[state] ?? {};
  return (
    <>
      <Tag icon={icon}>{words}</Tag>
      {state === "waiting" && dueAt && tries.length > 0 ? (
        <div>
          next try <Time value={dueAt} precision="time" isShort />
        </div>
      ) : null}
    </>
  );
}

function Tries({ tries }: { tries: readonly Try[] }) {
  if (tries.length === 0) return "none yet";
  return (
    <ul>
      {tries.map(({ at, status, error }) => (
        <li key={at}>
          <Time value={new Date(at)} precision="time" isShort />: {error ?? status}
        </li>
      ))}
    </ul>
  );
}
