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
      const serving = serveStdio(() => serveRecord(reader), {
        onerror: (error) => terminal.tell(`mcp: ${error.message}`),
      });
      // the assistant ends it by closing what it writes to
      await new Promise<void>((resolve) => process.stdin.once("close", resolve).once("end", resolve));
      await serving.close();
    });
}
