export type { Prisma } from "@/prisma/generated/sqlite/client";
export type { Db, Engine, Tx } from "./model";
