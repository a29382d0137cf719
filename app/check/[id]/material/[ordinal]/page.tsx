import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/or-not-found";
import { Reader } from "@/components/sources/reader";
import { Crumbs, Page, PageHead } from "@/components/ui/page";
import { can } from "@/lib/auth";
import { requireActor } from "@/lib/auth/server";
import { getMaterial } from "@/lib/checks/server";
import { guessLanguage } from "@/lib/text";

export const metadata: Metadata = { title: "Material", robots: { index: false } };

export default async function MaterialPage({ params }: PageProps<"/check/[id]/material/[ordinal]">) {
  const actor = await requireActor();
  if (!can(actor, "check:work")) notFound();
  const { id, ordinal } = await params;
  if (!/^[1-9]\d{0,5}$/.test(ordinal)) notFound();
  const material = await getMaterial(actor, { checkId: id, ordinal: Number(ordinal) }).catch(orNotFound);
  return (
    <Page>
      <Crumbs
        above={[
          { href: "/check", label: "Checks" },
          { href: `/check/${id}` as Route, label: material.check.title },
        ]}
        here={`Material ${material.ordinal}`}
      />
      <PageHead
        title={<bdi>{material.name}</bdi>}
        lede="Material of a check: the desk’s alone, and no source."
      />
      <Reader text={material.text} marks={[]} language={guessLanguage(material.text)?.language ?? "en"} />
    </Page>
  );
}
