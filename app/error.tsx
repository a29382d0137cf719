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
  return (
    <Page>
      <PageHead title="This page could not be made" />
      <div className="stack">
        <Note tone="stop" title="Something failed on our side" isLive>
          <p>
            Nothing on record was changed by it. Try again; what you typed on the page before is one step
            back.
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
