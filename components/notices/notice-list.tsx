import { Time } from "@/components/ui/time";

export interface NoticeShown {
  readonly id: string;
  readonly note: string;
  readonly givenAt: Date;
  readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[];
}

/** What was changed in public besides the words of a statement, newest first: from what to what, when and why. */
export function NoticeList({ notices }: { notices: readonly NoticeShown[] }) {
  return (
    <ol className="log">
      {notices.map(({ id, note, givenAt, changes }) => (
        <li key={id}>
          <Time value={givenAt} precision="day" isShort />
          <div>
            {changes.map((change) => (
              <p key={change.what}>
                <ChangeWords {...change} />
              </p>
            ))}
            <p className="meta" dir="auto">
              {note}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function ChangeWords({ what, before, after }: NoticeShown["changes"][number]) {
  const was = <bdi>{before}</bdi>;
  const is = <bdi>{after}</bdi>;
  if (before && after) {
    return (
      <>
        <b>{what}</b> was changed from “{was}” to “{is}”.
      </>
    );
  }
  if (after) {
    return (
      <>
        <b>{what}</b> was added: “{is}”.
      </>
    );
  }
  if (before) {
    return (
      <>
        <b>{what}</b> was taken away: “{was}”.
      </>
    );
  }
  return <b>{what}.</b>;
}
