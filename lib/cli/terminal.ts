import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Where a command prints and reads: the real terminal, or a test's. */
export interface Terminal {
  /** One line of result, to standard output. */
  print(line: string): void;
  /** The pieces of a file, to standard output, as fast as its reader takes them. */
  write(pieces: AsyncIterable<string | Uint8Array>): Promise<void>;
  /** One line about what is going on or went wrong, to standard error. */
  tell(line: string): void;
  /** Everything on standard input, as text. */
  readInput(): Promise<string>;
  /** Everything on standard input, as it comes. */
  readBytes(): Promise<Uint8Array>;
  /** The folder that relative paths start from: where the person stood, not where npm runs the program. */
  readonly folder: string;
}

// a reader that saw enough, such as `head`, closes the pipe: no fault of ours and nothing left to do
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

export const processTerminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  write: (pieces) => pipeline(Readable.from(pieces, { objectMode: true }), process.stdout, { end: false }),
  tell: (line) => void process.stderr.write(`${line}\n`),
  readInput: async () => decodeUtf8(await inputBytes(), "standard input"),
  readBytes: inputBytes,
  folder: process.env.INIT_CWD ?? process.cwd(),
};

async function inputBytes(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A command that cannot do what was asked; `message` is for the person at the terminal. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";
  constructor(
    message: string,
    /** What the process ends with. */
    readonly code = 1,
  ) {
    super(message);
  }
}

/** A command that did what was asked, and says by its code what came of it. */
export class Answered extends Error {
  override readonly name = "Answered";
  constructor(readonly code: number) {
    super(`The command ended with ${code}.`);
  }
}

/** The text of UTF-8 bytes. @throws {CommandFailed} when they are anything else. */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailed(`${name} is not UTF-8 text.`);
  }
}
