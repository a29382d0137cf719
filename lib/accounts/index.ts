export { type Colleague, LINK_LIVES_MS, type SignInLink, type User, weaknessOf } from "./model";
export {
  type AddUserInput,
  addUserSchema,
  type ChangePasswordInput,
  changePasswordSchema,
  type EditProfileInput,
  editProfileSchema,
  type SetPasswordInput,
  type SetRoleInput,
  setPasswordSchema,
  setRoleSchema,
  userSchema,
} from "./schema";
