import { z } from "zod";

/** What the sign-in form sends. */
export const signInSchema = z.object({
  email: z.string().trim().min(1, "Write your email address.").max(1000),
  password: z.string().min(1, "Write your password.").max(1000),
  next: z.string().optional(),
});
