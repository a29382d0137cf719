import { addAlias, editSpeaker, getSpeaker, keepApart, recordAffiliation } from "@/lib/speakers/server";
import { parseDated } from "@/lib/text";
import { capture, captureBeside, mergeTwo, publishOne, splitOne, twoAlike } from "../newsroom";
import { at, type Screen } from "./screen";

/** The screens on which speakers are put right. */
export const SPEAKERS: readonly Screen[] = [
  { name: "a speaker's positions by claim", who: "visitor", open: at("/speakers/khawaja-asif/claims") },
  { name: "a speaker's timeline by year", who: "visitor", open: at("/speakers/khawaja-asif/timeline") },
  {
    name: "a day of a speaker's timeline",
    who: "visitor",
    open: at("/speakers/khawaja-asif/timeline?in=2025"),
  },
  {
    name: "a speaker who changed no position",
    who: "visitor",
    open: at("/speakers/khawaja-asif/claims?changed"),
  },
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
    name: "statements of two people under one name, chosen",
    who: "reporter",
    open: async (_, { reporter }) => {
      const kept = await capture(reporter);
      const beside = await captureBeside(reporter, kept);
      return `/speakers/${kept.speaker.slug}/split?chosen=${beside.slice(3)}`;
    },
  },
  {
    name: "what becomes of what when a speaker is split",
    who: "editor",
    open: async (_, colleagues) => {
      const { speaker, publicId } = await publishOne(colleagues);
      const { id, version } = await getSpeaker(colleagues.editor, speaker.slug);
      const publicNote = "So the wires print the name.";
      await addAlias(colleagues.editor, { speakerId: id, version, alias: `${speaker.name} jr`, publicNote });
      const other = "name=Agda+Holm&kind=person&description=Goalkeeper+of+Osthaven";
      return `/speakers/${speaker.slug}/split/other?chosen=${publicId.slice(3)}&${other}`;
    },
  },
  {
    name: "a speaker who was found to be two",
    who: "reporter",
    open: async (_, { reporter }) => `/speakers/${(await splitOne(reporter)).from.slug}/edit`,
  },
  {
    name: "a statement in review whose printed role the record has of another time",
    who: "reporter",
    async open(_, { reporter }) {
      const { speaker, publicId } = await capture(reporter);
      const { id: speakerId } = await getSpeaker(reporter, speaker.slug);
      const [from, to] = [parseDated("2019"), parseDated("2021")];
      const held = { speakerId, role: "Planner of roads", body: "Lindmouth council" };
      await recordAffiliation(reporter, { ...held, heldFrom: from, heldTo: to });
      await recordAffiliation(reporter, {
        ...{ ...held, role: "Deputy planner of roads", heldFrom: parseDated("2022") },
      });
      return `/review/${publicId}`;
    },
  },
  {
    name: "who may be on record twice, and two who are two",
    who: "reporter",
    async open(_, { reporter }) {
      const { one, other } = await twoAlike(reporter);
      const reason = "The council lists both of them.";
      await keepApart(reporter, { oneId: one.id, otherId: other.id, reason });
      const { list, two } = await twoAlike(reporter);
      return `${list}&two=${two}`;
    },
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
