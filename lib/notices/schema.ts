import { typedLine } from "@/lib/forms";

/** The input `publicNote` of a form: empty where nothing public is changed; `passPublicEdit` asks for it where it is. */
export const publicNoteField = typedLine(2000).default("");
