export type { Colleague, SignInLink, User } from "./model";
export {
  type AddUserInput,
  addUserSchema,
  type ChangePasswordInput,
  changePasswordSchema,
  type EditProfileInput,
  editProfileSchema,
  makeLinkSchema,
  type SetPasswordInput,
  type SetRoleInput,
  setPasswordSchema,
  setRoleSchema,
  userSchema,
} from "./schema";
