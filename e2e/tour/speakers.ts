import { editSpeaker, getSpeaker } from "@/lib/speakers/server";
import { mergeTwo, publishOne } from "../newsroom";
import type { Screen } from "./screen";

/** The screens on which speakers are put right. */
export const SPEAKERS: readonly Screen[] = [
  {
    name: "a public speaker being edited",
    who: "editor",
    open: async (_, colleagues) => `/speakers/${(await publishOne(colleagues)).speaker.slug}/edit`,
  },
  {
    name: "two speakers who may be one",
    who: "editor",
    open: async (_, colleagues) => {
      const [from, into] = [await publishOne(colleagues), await publishOne(colleagues)];
      return `/speakers/${from.speaker.slug}/merge?into=${into.speaker.slug}`;
    },
  },
  {
    name: "a speaker found to be another",
    who: "reporter",
    open: async (_, { reporter }) => `/speakers/${(await mergeTwo(reporter)).into.slug}/edit`,
  },
  {
    name: "a speaker who is not named any more, being edited",
    who: "editor",
    open: async (_, colleagues) => {
      const { speaker } = await publishOne(colleagues);
      const { id, version } = await getSpeaker(colleagues.editor, speaker.slug);
      const { slug } = await editSpeaker(colleagues.editor, {
        ...{ id, version, name: "A planner", kind: "anonymous", description: "" },
        publicNote: "The family was threatened for it.",
      });
      return `/speakers/${slug}/edit`;
    },
  },
];
