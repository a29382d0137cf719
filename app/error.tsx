"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Page, PageHead } from "@/components/ui/page";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  if (digest === "unavailable") {
    return (
      <Page>
        <PageHead title="Verbatim cannot reach its database" />
        <div className="stack">
          <Note tone="stop" title="The database does not answer just now" isLive>
            <p>
              What was saved before is safe. Try again in a minute. If you had just sent a form, it may have
              been stored, or not: send it again, it will not be stored twice.
            </p>
          </Note>
          <Button variant="main" icon="refresh-cw" onClick={retry}>
            Try again
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title="This page could not be made" />
      <div className="stack">
        <Note tone="stop" title="Something failed on our side" isLive>
          <p>
            Try again. If you had just sent a form, it may have been stored, or not: send it again, it will
            not be stored twice. What was typed into it is kept, and filled in again when its page opens; it
            is listed too under <a href="/account/typed">typed and not stored</a>.
          </p>
          {digest ? (
            <p>
              The server’s log names it <span className="id">{digest}</span>.
            </p>
          ) : null}
        </Note>
        <Button variant="main" icon="refresh-cw" onClick={retry}>
          Try again
        </Button>
      </div>
    </Page>
  );
}
