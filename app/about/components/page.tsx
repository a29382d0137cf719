import type { Metadata } from "next";
import { GalleryFields } from "@/components/site/gallery/gallery-fields";
import { GalleryParts } from "@/components/site/gallery/gallery-parts";
import { Page, PageHead } from "@/components/ui/page";

export const metadata: Metadata = { title: "Components", robots: { index: false } };

export default function ComponentsPage() {
  return (
    <Page>
      <PageHead
        title="Components"
        lede="The parts that every screen is set from, in their states. Ink is the record; the blue pencil is the editor."
      />
      <GalleryParts />
      <GalleryFields />
    </Page>
  );
}
