import { TextArea, TextField } from "@/components/forms/fields.client";

/** What is written of a story itself; inside an `ActionForm`. */
export function StoryFields({ story }: { story?: { readonly title: string; readonly summary: string } }) {
  return (
    <>
      <TextField
        name="title"
        label="Title"
        hint="Its address is made from the first title and stays."
        value={story?.title}
        isRequired
      />
      <TextArea
        name="summary"
        label="Summary"
        hint="What the work is about, in your own words. Readers see it."
        value={story?.summary}
        rows={6}
      />
    </>
  );
}
