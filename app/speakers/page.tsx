import type { Metadata, Route } from "next";
import { pageOrNotFound } from "@/app/listed";
import { SpeakerIndex } from "@/components/speakers/speaker-index";
import { SpeakerSearch } from "@/components/speakers/speaker-search";
import { AddressNote } from "@/components/ui/address-note";
import { LinkButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Empty } from "@/components/ui/note";
import { countOf } from "@/components/ui/numeral";
import { Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/auth";
import { getActor } from "@/lib/auth/server";
import { SPEAKER_KINDS } from "@/lib/speakers";
import { listLetters, listSpeakers } from "@/lib/speakers/server";
import { addressOfSpeakers, KNOWN_SPEAKER_FILTERS, readSpeakerFilter } from "./address";

const TAKE = 50;

export async function generateMetadata({ searchParams }: PageProps<"/speakers">): Promise<Metadata> {
  const filter = readSpeakerFilter(await searchParams);
  return {
    title: "Speakers",
    description: "Everyone who is quoted, from A to Z.",
    alternates: { types: { "application/json": addressOfSpeakers("/speakers.json", filter) } },
  };
}

export default async function SpeakersPage({ searchParams }: PageProps<"/speakers">) {
  const [actor, params] = [await getActor(), await searchParams];
  const filter = readSpeakerFilter(params);
  const after = typeof params.after === "string" ? params.after : undefined;
  const [page, letters] = await Promise.all([
    pageOrNotFound(listSpeakers(actor, filter, { after, take: TAKE })),
    listLetters(actor),
  ]);
  const first = addressOfSpeakers("/speakers", filter);
  const isNarrowed = first !== "/speakers";
  return (
    <Page>
      <PageHead
        title="Speakers"
        lede="Everyone who is quoted, with how many of their statements are held here."
        actions={
          can(actor, "speaker:edit") ? (
            <LinkButton href={"/doubles" as Route} icon="users">
              Likely doubles
            </LinkButton>
          ) : null
        }
      />
      <AddressNote asked={params} known={KNOWN_SPEAKER_FILTERS} />
      <SpeakerSearch
        filter={filter}
        everywhere={addressOfSpeakers("/speakers", { ...filter, outlet: undefined, story: undefined })}
        addressOf={(letter) => addressOfSpeakers("/speakers", { ...filter, letter })}
        kinds={SPEAKER_KINDS}
        letters={letters}
      />
      {page.items.length > 0 ? (
        <>
          <SpeakerIndex speakers={page.items} />
          <Pager
            next={page.next ? addressOfSpeakers("/speakers", filter, page.next) : null}
            first={after ? first : null}
            summary={`${countOf(page.items.length, "speaker")} on this page, A to Z`}
          />
        </>
      ) : (
        <Empty
          title={isNarrowed ? "Nobody by that name" : "Nobody is quoted yet"}
          actions={isNarrowed ? <Link href="/speakers">Show all speakers</Link> : null}
        >
          <p>
            {isNarrowed
              ? "A name is found by any of its words, and by the other names that are on record."
              : "Speakers appear here with their first statement."}
          </p>
        </Empty>
      )}
    </Page>
  );
}
