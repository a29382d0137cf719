import type { Command } from "commander";
import { CommandFailed, type Terminal } from "./terminal";

/** `mcp`: the record for an assistant, in the Model Context Protocol over standard input and output. */
export function addMcp(program: Command, terminal: Terminal): void {
  program
    .command("mcp")
    .summary("let an assistant read the record and check what it writes")
    .description(
      "Serves the Model Context Protocol over standard input and output, with the tools search_statements, get_statement, cite and check_text. It reads what the public reads; with a key of the scope “read” in VERBATIM_KEY, what its person may read. It writes nothing.",
    )
    .action(async () => {
      const { readerOf, serveRecord } = await import("./mcp-server");
      const { env } = await import("@/lib/env/server");
      const reader = readerOf(env().assistantKey);
      const refused = await reader.whyNot();
      if (refused !== null) throw new CommandFailed(refused);
      const { serveStdio } = await import("@modelcontextprotocol/server/stdio");
      let isTooLong = false;
      let serving: ReturnType<typeof serveStdio> | undefined;
      await new Promise<void>((resolve) => {
        // the assistant ends it by closing what it writes to
        process.stdin.once("close", resolve).once("end", resolve);
        serving = serveStdio(() => serveRecord(reader), {
          onerror: ({ message }) => {
            if (isTooLong) return;
            isTooLong = message.includes("exceeded maximum size");
            // it hears nothing more
            if (isTooLong) resolve();
            else terminal.tell(`mcp: ${inWords(message)}`);
          },
        });
      });
      await serving?.close();
      if (isTooLong) throw new CommandFailed(TOO_LONG);
    });
}

// what the protocol’s own reader takes, 10 MB, is what is told
const TOO_LONG =
  "The assistant sent a message of more than 10 MB, which no question is, and was left. Start it again, and check a long text in parts.";

/** What is no message is told in one line, and not with all that a message might have been. */
const inWords = (message: string) =>
  /^\s*\[|JSON/u.test(message) ? "What came was no message of the protocol, and was passed over." : message;
