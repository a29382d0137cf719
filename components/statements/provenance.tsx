import type { Route } from "next";
import type { ReactNode } from "react";
import { addressAt } from "@/components/sources/text-fragment";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Numeral } from "@/components/ui/numeral";
import { Time } from "@/components/ui/time";
import { precisionOf } from "./said";
import { speakerName } from "./words";

interface ProvenanceProps {
  statement: {
    readonly publicId: string;
    readonly attribution: string;
    readonly cue: string;
    readonly addressee: string;
    readonly speaker: { readonly slug: string; readonly name: string } | null;
    readonly hops: readonly {
      readonly name: string;
      readonly speaker: { readonly slug: string; readonly name: string } | null;
      readonly source: { readonly publicId: string; readonly title: string } | null;
    }[];
    readonly source: {
      readonly publicId: string;
      readonly title: string;
      readonly language: string;
      readonly author: string | null;
      readonly address: string | null;
      readonly publishedOn: Date | null;
      readonly publishedOnPrecision: string | null;
      readonly outlet: { readonly name: string } | null;
      readonly editions: readonly { readonly number: number }[];
    };
    readonly anchor: {
      readonly state: string;
      readonly startUtf16: number;
      readonly endUtf16: number;
      readonly exact: string;
      readonly explanation: string;
      readonly stands: { readonly page: number } | { readonly ms: number } | null;
      readonly edition: { readonly number: number; readonly sha256: string; readonly retrievedAt: Date };
    } | null;
  };
}

/** How the words reached this page: who spoke, through whom, in which text, and where in it. A dashed step is a gap. */
export function Provenance({ statement }: ProvenanceProps) {
  const { hops, source, anchor, addressee, cue, attribution } = statement;
  return (
    <ol className="prov prov--row">
      <Step icon="user-round" isGap={!addressee} name={<bdi>{speakerName(statement)}</bdi>}>
        {addressee ? <>spoke to {addressee}</> : "spoke; to whom is not stated"}
      </Step>
      {hops.map((hop, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one voice may pass the words on twice
        <Step key={index} icon="megaphone" isGap={!hop.source} name={hop.speaker?.name ?? hop.name}>
          {hop.source ? (
            <>
              passed it on in{" "}
              <Link href={`/sources/${hop.source.publicId}` as Route}>
                <bdi>{hop.source.title}</bdi>
              </Link>
            </>
          ) : (
            "passed it on; in which source is not recorded"
          )}
        </Step>
      ))}
      <Step icon="newspaper" isGap={!source.outlet} name={source.outlet?.name ?? "Outlet not yet recorded"}>
        reports the words
        {cue ? (
          <>
            {", cue "}
            <q lang={source.language} dir="auto">
              {cue}
            </q>
          </>
        ) : null}
        {attribution ? (
          <>
            {", said by "}
            <q lang={source.language} dir="auto">
              {attribution}
            </q>
          </>
        ) : null}
      </Step>
      <Step
        icon="file-text"
        name={
          <Link href={`/sources/${source.publicId}#${statement.publicId}` as Route}>
            <bdi lang={source.language}>{source.title}</bdi>
          </Link>
        }
        isGap={!anchor}
      >
        {source.author ? <>by {source.author}, </> : null}
        {source.publishedOn ? (
          <>
            published <Time value={source.publishedOn} precision={precisionOf(source.publishedOnPrecision)} />
          </>
        ) : (
          "date not recorded"
        )}
        {source.address && /^https?:\/\//i.test(source.address) ? (
          <>
            <br />
            {/* a browser that knows how scrolls to the words and marks them */}
            <a href={anchor ? addressAt(source.address, anchor.exact) : source.address} rel="external">
              {hostOf(source.address)}
            </a>
          </>
        ) : null}
      </Step>
      {anchor ? (
        <>
          <Step
            icon="fingerprint"
            name={`Edition ${anchor.edition.number} of ${source.editions.at(-1)?.number ?? anchor.edition.number}`}
            isGap={anchor.state === "lost"}
          >
            retrieved <Time value={anchor.edition.retrievedAt} precision="time" isShort />
            <br />
            <span className="id" title={`SHA-256 ${anchor.edition.sha256}`}>
              {anchor.edition.sha256.slice(0, 8)}…{anchor.edition.sha256.slice(-8)}
            </span>
          </Step>
          <Step
            icon={ANCHORS[anchor.state]?.icon ?? "anchor"}
            name={ANCHORS[anchor.state]?.name ?? anchor.state}
          >
            {anchor.state === "lost" ? null : (
              <>
                {anchor.stands ? `${placeInWords(anchor.stands)}, ` : null}characters{" "}
                <Numeral value={anchor.startUtf16} />–<Numeral value={anchor.endUtf16} />;{" "}
              </>
            )}
            {ANCHORS[anchor.state]?.says}
            {anchor.explanation ? <> {anchor.explanation}</> : null}
          </Step>
        </>
      ) : null}
    </ol>
  );
}

/** “page 3”, or “at 1:02:05 of the recording”. */
function placeInWords(stands: { readonly page: number } | { readonly ms: number }): string {
  if ("page" in stands) return `page ${stands.page}`;
  const seconds = Math.floor(stands.ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const clock = [h, m, s].map((part) => String(part).padStart(2, "0")).join(":");
  return `at ${clock.replace(/^0(?=\d:)/u, "")} of the recording`;
}

const ANCHORS: Readonly<Record<string, { name: string; icon: IconName; says: string }>> = {
  exact: { name: "Anchor exact", icon: "anchor", says: "the words stand there letter for letter." },
  moved: { name: "Anchor moved", icon: "move-right", says: "the same words, at another place than before." },
  changed: { name: "Anchor changed", icon: "diff", says: "the text there differs from the wording." },
  lost: { name: "Anchor lost", icon: "unlink", says: "the words are not found in this edition." },
};

interface StepProps {
  icon: IconName;
  name: ReactNode;
  /** What lies between this step and the next is not recorded. */
  isGap?: boolean;
  children: ReactNode;
}

function Step({ icon, name, isGap, children }: StepProps) {
  return (
    <li className={isGap ? "gap" : undefined}>
      <Icon name={icon} />
      <div>
        <b>{name}</b>
        <p>{children}</p>
      </div>
    </li>
  );
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, "") : address;
}
