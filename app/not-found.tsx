import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/note";
import { Page, PageHead } from "@/components/ui/page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <Page>
      <PageHead title="There is nothing at this address" />
      <Empty
        title="Perhaps it is not published, or the address was cut short"
        actions={
          <>
            <LinkButton href="/statements" variant="main" icon="search">
              Search statements
            </LinkButton>
            <LinkButton href="/speakers">Speakers A–Z</LinkButton>
          </>
        }
      >
        <p>
          What this desk has published keeps its address for good, even when it is retracted. A statement’s
          address ends in a short name such as <span className="id">st-7k2m9q</span>. If you work here, sign
          in: what is not yet published shows only then.
        </p>
        <p>
          If you had just sent a form of something that is gone or no longer open to you: what was typed is
          kept under <a href="/account/typed">typed and not stored</a>.
        </p>
      </Empty>
    </Page>
  );
}
