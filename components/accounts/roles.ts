import type { Role } from "@/lib/auth";

/** A role in the desk's words, and what it may do. */
export const ROLE_WORDS: Readonly<Record<Role, { label: string; can: string }>> = {
  reader: { label: "Reader", can: "reads what is published." },
  reporter: {
    label: "Reporter",
    can: "captures and imports statements, and edits them until they are published.",
  },
  reviewer: { label: "Reviewer", can: "also assesses sourcing, relates statements and gives verdicts." },
  editor: {
    label: "Editor",
    can: "also assigns, approves, publishes, corrects and retracts.",
  },
  admin: { label: "Admin", can: "manages people and settings, and has no editorial right." },
};
