import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddedStyles } from "@/components/citations/added-styles";
import { ActionForm } from "@/components/forms/action-form";
import { FileField, TextArea } from "@/components/forms/fields.client";
import { PageForm } from "@/components/forms/page-form";
import { SizeGuard } from "@/components/imports/size-guard.client";
import { AGAIN } from "@/components/ui/choose-again";
import { Note } from "@/components/ui/note";
import { Crumbs, Page, PageHead, Section } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { CITATION_STYLES } from "@/lib/citations";
import { MOST_CSL_BYTES } from "@/lib/citations/server";
import { listAddedStyles } from "@/lib/styles/server";
import { addStyleAction, removeStyleAction } from "./actions";
import { stylesPageAction } from "./page-action";

export const metadata: Metadata = { title: "Citation styles", robots: { index: false } };

export default async function StylesPage({ searchParams }: PageProps<"/admin/styles">) {
  const actor = await requireActor();
  if (!can(actor, "setting:change")) notFound();
  const [added, { done }] = [await listAddedStyles(actor), await searchParams];
  return (
    <Page>
      <Crumbs above={[{ href: "/admin", label: "Admin" }]} here="Citation styles" />
      <PageHead
        title="Citation styles"
        lede="In which styles everybody can cite, on a statement’s page, in exports and on the command line."
      />
      {done === "added" ? (
        <Note tone="pass" title="It was read, tried and added: everybody is offered it from now on" isLive />
      ) : null}
      {done === "removed" ? (
        <Note title="It was taken away" isLive>
          <p>Whoever had chosen it is told so, and reads Chicago until they choose another.</p>
        </Note>
      ) : null}
      <PageForm action={stylesPageAction}>
        <Section
          id="added"
          title="Added by this desk"
          margin="What was cited in a style stays as it is when the style is taken away."
        >
          <AddedStyles styles={added} remove={removeStyleAction} />
        </Section>
        <Section
          id="add"
          title="Add one"
          margin={
            <p>
              The styles of{" "}
              <a href="https://github.com/citation-style-language/styles">citation-style-language/styles</a>{" "}
              are made by many people, under CC BY-SA 3.0; Chicago’s 18th edition is among them, as
              chicago-notes-bibliography and chicago-author-date.
            </p>
          }
        >
          <ActionForm action={addStyleAction} id="style-form" label="Add a style" className="stack">
            <SizeGuard mostBytes={MOST_CSL_BYTES} mostWords="1 MB" />
            <FileField
              name="file"
              label="A file"
              hint={`A .csl file of the Citation Style Language 1.0, or an .xml file with the words of a language. ${AGAIN}`}
              accept=".csl,.xml,application/vnd.citationstyles.style+xml,text/xml,application/xml"
            />
            <TextArea name="text" label="Or paste what stands in it" rows={8} />
            <div className="btns">
              <SubmitButton pendingLabel="Trying it…">Try it and add it</SubmitButton>
            </div>
          </ActionForm>
        </Section>
        <Section
          id="shipped"
          title="Shipped"
          isLast
          margin="They come with Verbatim and cannot be taken away."
        >
          <ul>
            {CITATION_STYLES.map(({ key, name }) => (
              <li key={key}>
                {name} <code>{key}</code>
              </li>
            ))}
          </ul>
        </Section>
      </PageForm>
    </Page>
  );
}
