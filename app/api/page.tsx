import type { Metadata, Route } from "next";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Page, PageHead, Section } from "@/components/ui/page";
import { ENDPOINTS } from "@/lib/api/server";
import { absoluteUrl } from "@/lib/http";

export const metadata: Metadata = { title: "For programs" };

export default function ApiPage() {
  const base = absoluteUrl("/api/v1");
  return (
    <Page>
      <PageHead
        title="For programs"
        lede="Without a key programs read what is public; with one, whatever its person may read."
      />
      <Section id="begin" title="To begin" margin="The examples that read are run by the tests.">
        <div className="measure stack">
          <p>
            Answers are JSON in UTF-8 under <code>{base}</code>. The whole is described in OpenAPI 3.1 at{" "}
            <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.
          </p>
          <p>
            Make a key at <Link href={"/account#keys" as Route}>Your account</Link> and send it as{" "}
            <code>Authorization: Bearer vbk_…</code>. Whoever has it acts in your name as far as its scopes
            go: keep it as you keep a password, and revoke it when you no longer need it. It answers sixty
            requests a minute.
          </p>
          <p>
            <code>notice</code> says that a statement was retracted or corrected, and <code>inFull</code> is
            its wording with all that must be read with it. Show these, or both beside the words.
          </p>
        </div>
      </Section>
      <Section
        id="addresses"
        title="Addresses"
        margin="The parts in braces stand for an id or a name of an address."
      >
        <ul className="stack">
          {ENDPOINTS.map((endpoint) => {
            const method = endpoint.kind === "write" ? "POST" : "GET";
            const query = endpoint.example ? `?${endpoint.example}` : "";
            const command =
              endpoint.kind === "write"
                ? `curl -X POST -H "Authorization: Bearer $KEY" -H "Content-Type: application/json" -d '${JSON.stringify(endpoint.sample)}' '${base}${endpoint.path}'`
                : `curl '${base}${endpoint.path}${query}'`;
            return (
              <li key={`${method} ${endpoint.path}`}>
                <p>
                  <b>{endpoint.summary}</b>: <code>{`${method} ${endpoint.path}`}</code>
                  {endpoint.kind === "write" ? `, with a key of the scope “${endpoint.scope}”` : null}
                </p>
                <pre className="code">{command}</pre>
              </li>
            );
          })}
        </ul>
      </Section>
      <Section id="lists" title="Lists" margin="Their filters are those of the site’s own lists.">
        <Facts
          facts={[
            {
              name: "take, after",
              value: "How many, and from where on. next is the address of the next page, or null.",
            },
            {
              name: "fields",
              value: "Which fields of each item, with commas. With wording come notice and inFull.",
            },
            { name: "If-None-Match", value: "With the ETag of the last answer: 304 when nothing changed." },
            { name: "Other sites’ pages", value: "May read what needs no key, by CORS." },
          ]}
        />
      </Section>
      <Section id="refusals" title="Refusals" margin="RFC 9457, application/problem+json.">
        <p className="measure">
          <code>status</code> and <code>detail</code> say what is wrong, <code>errors</code> at which field.
          What a key may not see is not found, as what does not exist. 401 asks for a key that works, 403 for
          a scope or a role, 429 says in <code>Retry-After</code> how long to wait.
        </p>
      </Section>
      <Section id="feeds" title="Feeds and cards" isLast margin="What the public reads, whoever asks.">
        <div className="measure stack">
          <p>
            Statements as they are published: <a href="/feeds/statements.atom">/feeds/statements.atom</a> and{" "}
            <a href="/feeds/statements.json">.json</a>, narrowed by <code>speaker</code>, <code>story</code>,{" "}
            <code>source</code>, <code>claim</code>, <code>form</code> or <code>q</code>. Corrections and
            retractions: <a href="/feeds/corrections.atom">/feeds/corrections.atom</a> and{" "}
            <a href="/feeds/corrections.json">.json</a>.
          </p>
          <p>
            <code>/embed/</code> and the id of a statement is a card for other sites, which needs no script
            and shows a correction as soon as it is made; programs find it by oEmbed at{" "}
            <code>/oembed?url=</code>.
          </p>
        </div>
      </Section>
    </Page>
  );
}
