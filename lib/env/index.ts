import { environmentSchema, type VariableName } from "./schema";

export { now, setClock } from "./clock";
export type { VariableName } from "./schema";

/** The names of every environment variable that the program reads, in the order of `.env.example`. */
export const variableNames = Object.keys(environmentSchema.shape) as readonly VariableName[];
