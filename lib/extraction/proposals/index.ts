<<<<<<< HEAD
export type { DateSaid } from "./date-said";
=======
>>>>>>> b54a319 (Date what was said on Tuesday by the day of publication)
export { inSource } from "./in-source";
export { proposalsFrom } from "./proposals";
