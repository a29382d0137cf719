import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { User } from "@/lib/accounts";
import { ROLE_WORDS } from "./roles";

/** Everyone who may sign in, with their role and whether they can. */
export function PeopleTable({ people }: { people: readonly User[] }) {
  return (
    <Table label="People" least="m">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Email</th>
          <th scope="col">Role</th>
          <th scope="col">State</th>
          <th scope="col">Added</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} data-list-item>
            <th scope="row">
              <Link href={`/admin/people/${person.id}`} data-open>
                {person.name}
              </Link>
            </th>
            <td className="words">{person.email}</td>
            <td>{ROLE_WORDS[person.role].label}</td>
            <td>
              <PersonState person={person} />
            </td>
            <td data-label="Added">
              <Time value={person.createdAt} precision="day" isShort />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Whether somebody can sign in, and if not, what is missing. */
export function PersonState({ person }: { person: Pick<User, "isDisabled" | "hasPassword"> }) {
  if (person.isDisabled) return <Tag icon="ban">closed</Tag>;
  if (!person.hasPassword) return <Tag icon="clock">has no password yet</Tag>;
  return <Tag icon="circle-check">can sign in</Tag>;
}
