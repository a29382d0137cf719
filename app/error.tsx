"use client";

import { useEffect } from "react";
import { BareButton } from "@/components/ui/button-face";
import { Drawing } from "@/components/ui/drawing";
import { CIRCLE_X, REFRESH_CW } from "@/components/ui/icon-paths-scripts";
import { Page, PageHead } from "@/components/ui/page";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  const isAway = digest === "unavailable";
  if (digest === "unreadable") return <Unreadable />;
  return (
    <Page>
      <PageHead title={isAway ? "Verbatim cannot reach its database" : "This page could not be made"} />
      <div className="stack">
        <div className="note note--stop" role="status">
          <Drawing path={CIRCLE_X} />
          <div>
            <b>{isAway ? "The database does not answer just now" : "Something failed on our side"}</b>
            <p>
              {isAway ? "What was saved before is safe. Try again in a minute. " : "Try again. "}
              If you had just sent a form, it may have been stored, or not: send it again, it will not be
              stored twice.
              {isAway ? null : (
                <>
                  {" "}
                  What was typed into it is kept, and filled in again when its page opens; it is listed too
                  under <a href="/account/typed">typed and not stored</a>.
                </>
              )}
            </p>
            {digest && !isAway ? (
              <p>
                The server’s log names it <span className="id">{digest}</span>.
              </p>
            ) : null}
          </div>
        </div>
        <BareButton variant="main" drawing={<Drawing path={REFRESH_CW} />} onClick={retry}>
          Try again
        </BareButton>
      </div>
    </Page>
  );
}

function Unreadable() {
  return (
    <Page>
      <PageHead title="Verbatim cannot read its database" />
      <div className="note note--stop" role="status">
        <Drawing path={CIRCLE_X} />
        <div>
          <b>It is damaged, or the disk that it stands on cannot be read</b>
          <p>
            Trying again will not help: tell whoever looks after this site, who finds in its log how to go on.
          </p>
        </div>
      </div>
    </Page>
  );
}
