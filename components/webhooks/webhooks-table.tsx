import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";

interface WebhookRow {
  readonly id: string;
  readonly label: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly createdAt: Date;
  readonly state: "on" | "off" | "failed";
}

/** The addresses that are told, and whether they are. */
export function WebhooksTable({ webhooks }: { webhooks: readonly WebhookRow[] }) {
  if (webhooks.length === 0) return <Empty title="No program is told anything yet" />;
  return (
    <Table label="Addresses" least="m">
      <thead>
        <tr>
          <th scope="col">What listens</th>
          <th scope="col">Address</th>
          <th scope="col">Told of</th>
          <th scope="col">State</th>
          <th scope="col">Added</th>
        </tr>
      </thead>
      <tbody>
        {webhooks.map(({ id, label, url, events, state, createdAt }) => (
          <tr key={id} data-list-item>
            <th scope="row" dir="auto">
              <Link href={`/admin/webhooks/${id}`} data-open>
                {label}
              </Link>
            </th>
            <td className="words">
              <code>{url}</code>
            </td>
            <td data-label="Told of">{events.join(", ")}</td>
            <td>
              <WebhookState state={state} />
            </td>
            <td data-label="Added">
              <Time value={createdAt} precision="day" isShort />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Whether something is sent to an address, and if not, why. */
export function WebhookState({ state }: Pick<WebhookRow, "state">) {
  if (state === "failed") return <Tag icon="octagon-alert">switched off: it did not answer</Tag>;
  if (state === "off") return <Tag icon="ban">switched off</Tag>;
  return <Tag icon="circle-check">on</Tag>;
}
