import type { IconName } from "@/components/ui/icon";

interface Word {
  readonly label: string;
  readonly icon: IconName;
}

const FORM_WORDS: Readonly<Record<string, Word>> = {
  direct: { label: "Direct", icon: "form-direct" },
  mixed: { label: "Mixed", icon: "form-mixed" },
  indirect: { label: "Indirect", icon: "form-indirect" },
};

const STATE_WORDS: Readonly<Record<string, Word>> = {
  captured: { label: "Captured", icon: "inbox" },
  in_review: { label: "In review", icon: "eye" },
  submitted: { label: "Submitted", icon: "send" },
  changes_requested: { label: "Changes requested", icon: "corner-up-left" },
  approved: { label: "Approved", icon: "thumbs-up" },
  published: { label: "Published", icon: "badge-check" },
  retracted: { label: "Retracted", icon: "archive-x" },
  declined: { label: "Declined", icon: "circle-slash" },
};

const SPEAKER_WORDS: Readonly<Record<string, Word>> = {
  person: { label: "Person", icon: "user-round" },
  organisation: { label: "Organisation", icon: "building-2" },
  collective: { label: "Collective", icon: "users" },
  anonymous: { label: "Anonymous", icon: "user-round-x" },
};

const unknown = (key: string): Word => ({ label: key.replaceAll("_", " "), icon: "circle-help" });

/** How a form is called and drawn. */
export const formWord = (form: string): Word => FORM_WORDS[form] ?? unknown(form);

/** How an editorial state is called and drawn. */
export const stateWord = (state: string): Word => STATE_WORDS[state] ?? unknown(state);

/** How a kind of speaker is called and drawn. */
export const speakerKindWord = (kind: string): Word => SPEAKER_WORDS[kind] ?? unknown(kind);

/** Who spoke, as far as anything tells. */
export function speakerName({
  speaker,
  attribution,
}: {
  speaker: { name: string } | null;
  attribution: string;
}) {
  return speaker?.name ?? (attribution || "Speaker not recorded");
}

/** A phrase as the beginning of a sentence. */
export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
}
