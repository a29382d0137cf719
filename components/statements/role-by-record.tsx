import type { Route } from "next";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { type RoleByRecord, roleInWords } from "@/lib/speakers";

interface RoleByRecordProps {
  roleThen: string;
  byRecord: RoleByRecord | null;
  speaker: { readonly slug: string } | null;
}

/**
 * For the desk: that the printed role is not the one that the record has of the day. Either may be wrong, so it says both and
 * leads to the roles.
 */
export function RoleConflict({ roleThen, byRecord, speaker }: RoleByRecordProps) {
  if (!byRecord?.conflict || !speaker) return null;
  const { held, conflict } = byRecord;
  const of =
    conflict.why === "another_time" ? ` That of ${roleInWords(conflict.role)} is of another time.` : "";
  return (
    <div className="above-3">
      <Note tone="care" title="The printed role and the record differ">
        <p>
          Printed: <bdi>{roleThen}</bdi> · on that day, by our record:{" "}
          <bdi>
            {held.length > 0 ? held.map(roleInWords).join("; ") : "no role that is known to have been held"}
          </bdi>
          .{of} Either may be wrong.{" "}
          <Link href={`/speakers/${speaker.slug}/edit#roles` as Route}>See the roles</Link>
        </p>
      </Note>
    </div>
  );
}
