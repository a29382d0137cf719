import { afterAll } from "vitest";
import { makeTestDatabase } from "./database";

// every file has a database of its own, so that files may run side by side
const database = await makeTestDatabase("migrated");

afterAll(() => database.remove());
