import { z } from "zod";
import { ROLES } from "@/lib/auth";
import { problemOf, tidyName } from "./names";

const email = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, "Write an email address.")
  .max(254)
  .pipe(z.email("Write an address such as name@example.org."));
const name = z
  .string()
  .max(1000, "Use at most 120 characters.")
  .overwrite(tidyName)
  .min(1, "Write a name.")
  .max(120)
  .superRefine((typed, context) => {
    const problem = problemOf(typed);
    if (problem !== null) context.addIssue({ code: "custom", message: problem });
  });
const presentPassword = z.string().normalize("NFKC").max(1000);
const userId = z.string().min(1);
/** A new password. NFKC, as at sign-in, so that it is the same on every keyboard and system. */
const newPassword = z
  .string()
  .normalize("NFKC")
  .min(12, "Use at least 12 characters.")
  .max(128, "Use at most 128 characters.");

export const addUserSchema = z.object({
  email,
  name,
  role: z.enum(ROLES, "Choose a role."),
  password: newPassword.optional(),
});

export const setRoleSchema = z.object({
  userId,
  role: z.enum(ROLES, "Choose a role."),
  /** The role that was on screen; the change is refused when a colleague has changed it since. */
  was: z.enum(ROLES).optional(),
});

export const userSchema = z.object({ userId });

export const makeLinkSchema = userSchema.extend({
  /** When the link ends that stood when the page was drawn; where another stands by now, a colleague has just made it. */
  was: z.string().max(40).optional(),
});

export const editProfileSchema = z.object({
  email,
  name,
  /** Asked for only when the email changes: it is what one signs in with. */
  currentPassword: presentPassword.optional(),
});

const same = ({ password, passwordAgain }: { password: string; passwordAgain: string }) =>
  password === passwordAgain.normalize("NFKC");
const differs = { path: ["passwordAgain"], error: "The two passwords are not the same." };

export const changePasswordSchema = z
  .object({
    currentPassword: presentPassword.min(1, "Write your present password."),
    password: newPassword,
    passwordAgain: z.string().max(1000),
  })
  .refine(same, differs);

export const setPasswordSchema = z
  .object({ token: z.string().max(200), password: newPassword, passwordAgain: z.string().max(1000) })
  .refine(same, differs);

export type AddUserInput = z.input<typeof addUserSchema>;
export type SetRoleInput = z.input<typeof setRoleSchema>;
export type EditProfileInput = z.input<typeof editProfileSchema>;
export type ChangePasswordInput = z.input<typeof changePasswordSchema>;
export type SetPasswordInput = z.input<typeof setPasswordSchema>;
