import { RadioField } from "@/components/forms/fields.client";
import { ROLES, type Role } from "@/lib/auth";
import { ROLE_WORDS } from "./roles";

const CHOICES = ROLES.map((role) => ({
  value: role,
  label: ROLE_WORDS[role].label,
  hint: ROLE_WORDS[role].can,
}));

/** Which role somebody has. */
export function RoleField({ value }: { value: Role }) {
  return <RadioField name="role" label="Role" choices={CHOICES} value={value} isRequired />;
}
