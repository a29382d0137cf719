import type { Metadata, Route } from "next";
import { FormTag } from "@/components/statements/marks";
import { HeroQuotation } from "@/components/statements/quotation";
import { SaidInWords } from "@/components/statements/said";
import { StatementNotice } from "@/components/statements/statement-notice";
import { Translation } from "@/components/statements/translation";
import { speakerName, upperFirst } from "@/components/statements/words";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Crumbs, Page, Section } from "@/components/ui/page";
import { Tag } from "@/components/ui/tag";
import { VersionChanges } from "@/components/versions/version-changes";
import { versionFacts } from "@/components/versions/version-facts";
import { VersionList } from "@/components/versions/version-list";
import { VersionNotice } from "@/components/versions/version-notice";
import { absoluteUrl, deskName } from "@/lib/http";
import { companyOf, shortWording, wordedInFull } from "@/lib/statements";
import type { VersionDetail } from "@/lib/versions/server";
import { readVersion } from "./read";

type Props = PageProps<"/statements/[id]/versions/[number]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, number } = await params;
  const version = await readVersion(id, number);
  const url = absoluteUrl(`/statements/${version.publicId}/versions/${version.number}`);
  const title = titleOf(version);
  const description = wordedInFull(version.statement, { most: 160 });
  return {
    title,
    description,
    // what people search for is what stands
    ...(version.number < version.newest ? { robots: { index: false } } : {}),
    alternates: { canonical: url, types: { "application/json": `${url}.json` } },
    openGraph: { type: "article", siteName: deskName(), url, title, description },
    twitter: { card: "summary", title, description },
  };
}

export default async function VersionPage({ params }: Props) {
  const { id, number } = await params;
  const version = await readVersion(id, number);
  const { statement, publicId, newest, made } = version;
  const address = `/statements/${publicId}`;
  const isRetracted = statement.state === "retracted";
  const { notice } = companyOf(statement);
  return (
    <Page
      printTitle={`${notice ? `${notice} ` : ""}Statement ${publicId}, version ${version.number} of ${newest}`}
    >
      <Crumbs
        above={[
          { href: "/statements", label: "Statements" },
          { href: address as Route, label: publicId },
        ]}
        here={`Version ${version.number}`}
      />
      <article>
        <header className="hero">
          <div className="hero__m">
            <FormTag form={statement.form} />
            <Tag icon="history">{`Version ${version.number} of ${newest}`}</Tag>
            <span className="id">{publicId}</span>
          </div>
          <div>
            <h1 className="vh">{titleOf(version)}</h1>
            <StatementNotice href={address} corrections={[]} retractions={statement.retractions} />
            <VersionNotice
              {...version}
              href={address}
              isRetracted={isRetracted}
              corrections={statement.corrections}
            />
            <HeroQuotation statement={statement} />
            <p className="byline byline--hero">
              <b>
                <bdi>{speakerName(statement)}</bdi>
              </b>
              {statement.roleThen ? `${upperFirst(statement.roleThen)}, as of that day. ` : ""}Said{" "}
              <SaidInWords {...statement} source={statement.source ?? NO_DAY} />.
            </p>
          </div>
        </header>
        {made ? (
          <Section
            id="changed"
            title="What changed"
            margin={`Version ${version.number} beside version ${version.number - 1}: struck through what was taken out, underlined what was put in.`}
          >
            <VersionChanges {...made} language={statement.language} />
          </Section>
        ) : null}
        <Section id="as-it-stood" title="As it stood" margin="With the names and the verdicts of that day.">
          <Facts columns={2} facts={versionFacts(version)} />
          <Translation statement={statement} />
        </Section>
        <Section id="versions" title="Every version" margin="Each keeps its address for good." isLast>
          <VersionList address={address} versions={version.versions} here={version.number} />
          <p className="small noprint above-5">
            For programs:{" "}
            <Link href={`${address}/versions/${version.number}.json` as Route}>this version as JSON</Link>
          </p>
        </Section>
      </article>
    </Page>
  );
}

const NO_DAY = { publishedOn: null, publishedOnPrecision: null };

/** "Version 1 of st-4f2k. Corrected on 3 November 2025, version 2. Sami Yousafzai: “the prospects of…”" */
function titleOf({ statement, publicId, number }: VersionDetail): string {
  const { notice, lead, introduction, tail } = companyOf(statement);
  const before = [lead?.toLowerCase(), introduction ? `[${introduction}]` : ""];
  const words = [...before, shortWording(statement.wording, 60)].filter(Boolean).join(" ");
  const behind = tail.length > 0 ? ` [${tail.join("; ")}]` : "";
  return `${notice ? `${notice} ` : ""}Version ${number} of ${publicId}. ${speakerName(statement)}: ${words}${behind}`;
}
