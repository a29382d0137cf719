import { z } from "zod";

export const ARCHIVE_FORMAT = "verbatim-archive";
/** Counts what a reader has to know about: where things stand in the zip, and how. */
export const ARCHIVE_VERSION = 1;
export const MANIFEST = "manifest.json";

export const tableFile = (model: string) => `tables/${model}.jsonl`;
export const editionFile = (sha256: string) => `editions/${sha256}.txt`;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** What an archive tells of itself. */
export const archiveManifestSchema = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.number().int(),
  madeAt: z.string(),
  /** Of the program that wrote it: they say which columns the tables have. */
  migrations: z.array(z.string().max(200)).max(10_000),
  /** The end of the record of changes. */
  chain: z.object({ seq: z.number().int(), hash: z.string() }).nullable(),
  tables: z
    .array(z.object({ name: z.string().regex(/^[A-Z]\w{0,60}$/u), rows: z.number().int().min(0), sha256 }))
    .max(500),
  /** How many texts there are: each is a file named by its checksum. */
  editions: z.number().int().min(0),
});

export type ArchiveManifest = z.output<typeof archiveManifestSchema>;
