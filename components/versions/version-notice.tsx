import type { Route } from "next";
import { correctionWord } from "@/components/statements/history-words";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { Time } from "@/components/ui/time";
import type { VersionCorrection } from "@/lib/versions";

interface VersionNoticeProps {
  /** The page of the statement as it stands. */
  href: string;
  number: number;
  newest: number;
  /** Whether later versions have other words or fields, and not only other verdicts. */
  isReplaced: boolean;
  isRetracted: boolean;
  /** What the notice of this version is made of, oldest first. */
  corrections: readonly VersionCorrection[];
}

/** What must be read before the words of a version: whether they stand, and what came after them. */
export function VersionNotice(props: VersionNoticeProps) {
  const { href, number, newest, isReplaced, isRetracted, corrections } = props;
  const last = corrections.at(-1);
  const isOld = number < newest;
  const title = !isOld
    ? isRetracted
      ? `Version ${number} was the last`
      : `Version ${number} is what stands`
    : isReplaced
      ? `Version ${number} no longer stands: this was corrected`
      : `Version ${number} was followed by a change of verdict`;
  return (
    <div className="below-5">
      <Note tone={isOld && isReplaced ? "care" : "plain"} icon={isOld ? "pencil-line" : "info"} title={title}>
        {isOld && last ? (
          <p>
            {correctionWord(last.kind)}, version {last.versionNumber},{" "}
            <Time value={last.givenAt} precision="day" />: <span dir="auto">{last.note}</span>
          </p>
        ) : null}
        <p>
          <Link href={href as Route}>
            {isOld && !isRetracted ? `Read version ${newest}, which stands` : "Open the statement"}
          </Link>
        </p>
      </Note>
    </div>
  );
}
