import { type CallToolResult, McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import { checkBodySchema, checkText } from "@/lib/api/server";
import { type Actor, VISITOR } from "@/lib/auth";
import { USUAL_STYLE } from "@/lib/citations";
import { citeIn } from "@/lib/citations/server";
import { DomainError, Refused } from "@/lib/errors";
import { toStatementJson } from "@/lib/exports";
import { readStatementJson } from "@/lib/exports/server";
import { findKeyed } from "@/lib/keys/server";
import { KNOWN_FILTERS, statementFilterSchema } from "@/lib/statements";
import { getStatement, listStatements } from "@/lib/statements/server";
import { findStyle, listStyles } from "@/lib/styles/server";
import { isShutOut } from "@/lib/visibility/server";

/** Whose eyes an assistant reads with. */
export interface Reader {
  /** Asked at every question, so that a key that was revoked opens nothing more. Null when it opens nothing. */
  actor(): Promise<Actor | null>;
  /** Why nothing can be read, or null. */
  whyNot(): Promise<string | null>;
}

const SHUT_OUT = "This site is open to its own people alone: give a key of the scope “read” in VERBATIM_KEY.";
const NO_KEY =
  "The key in VERBATIM_KEY opens nothing: it was never made, was revoked, its time is over, or it may not read.";

/** The public, or the person of a key. */
export function readerOf(key: string | null): Reader {
  const actor = async () => {
    if (key === null) return isShutOut(VISITOR) ? null : VISITOR;
    const keyed = await findKeyed(key);
    return keyed?.scopes.includes("read") ? keyed.actor : null;
  };
  return {
    actor,
    whyNot: async () => ((await actor()) === null ? (key === null ? SHUT_OUT : NO_KEY) : null),
  };
}

const INSTRUCTIONS =
  "The record of who said what. Quote only what these tools give, to the character, with its source. “inFull” is the wording with everything that must be read with it (a denial, a retraction, a correction, doubts, through whom it came): never quote the words and leave that out. Where nothing is found, say that the record has nothing; that does not make words false. Check what you have written with check_text before you hand it over.";

/** A server of the record for one assistant. */
export function serveRecord(reader: Reader): McpServer {
  const server = new McpServer({ name: "verbatim", version: "1" }, { instructions: INSTRUCTIONS });
  const answering =
    <Asked>(answer: (actor: Actor, asked: Asked) => Promise<object>) =>
    async (asked: Asked): Promise<CallToolResult> => {
      const actor = await reader.actor();
      if (actor === null) return failed((await reader.whyNot()) ?? NO_KEY);
      try {
        return told(await answer(actor, asked));
      } catch (error) {
        if (error instanceof DomainError) return failed(error.message);
        console.error(error);
        return failed("Something failed on the side of the record. Ask again later.");
      }
    };

  server.registerTool(
    "search_statements",
    {
      title: "Search statements",
      description:
        "Statements of the record that hold all of these words, newest occasion first: in the wording, context, speaker, role, place, occasion, addressee, source, outlet or claims.",
      inputSchema: z.object({
        words: z
          .string()
          .max(300)
          .describe(
            'All must be found, whole. Also "phrases", beginnings*, OR, -not, and fields such as speaker: said: has: verdict:',
          ),
        speaker: z.string().max(200).optional().describe("The end of a speaker’s address, such as ada-quist"),
        take: z.int().min(1).max(50).default(10),
        after: z.string().max(500).optional().describe("“next” of the page before"),
      }),
      annotations: READS,
    },
    answering(async (actor, { words, speaker, take, after }) => {
      const message = KNOWN_FILTERS.q(words);
      if (message) throw new Refused([{ rule: "search.understood", message, field: "words" }]);
      const filter = statementFilterSchema.parse({ q: words, ...(speaker ? { speaker } : {}) });
      const { items, next } = await listStatements(actor, filter, { after, take });
      return { statements: items.map((item) => inShort(toStatementJson(item))), next };
    }),
  );
  server.registerTool(
    "get_statement",
    {
      title: "Get a statement",
      description:
        "One statement with all that its page shows: words, speaker, occasion, source, sourcing, verdicts, statements that compete with it.",
      inputSchema: z.object({ id: idSchema }),
      annotations: READS,
    },
    answering((actor, { id }) => readStatementJson(actor, id)),
  );
  server.registerTool(
    "cite",
    {
      title: "Cite a statement",
      description:
        "A statement’s words with all that must go with them, and its citation in a style: the notes and references that the style asks for.",
      inputSchema: z.object({
        id: idSchema,
        style: z
          .string()
          .max(100)
          .default(USUAL_STYLE)
          .describe("apa, mla, chicago-author-date … or one of the desk"),
      }),
      annotations: READS,
    },
    answering(async (actor, { id, style }) => {
      const found = await findStyle(style);
      if (!found) {
        const known = (await listStyles()).map(({ key }) => key).join(", ");
        throw new Refused([
          { rule: "cite.style", message: `There is no style ${style}. It is one of ${known}.` },
        ]);
      }
      const statement = await getStatement(actor, id);
      const forms = await citeIn(statement, found);
      const { url, notice, inFull, wording } = toStatementJson(statement);
      const citation = forms.map(({ place, stretches }) => ({
        place,
        text: stretches.map(({ text }) => text).join(""),
      }));
      return { id, url, notice, inFull, wording, style, citation };
    }),
  );
  server.registerTool(
    "check_text",
    {
      title: "Check a text",
      description:
        "Every attributed statement and quotation of a text beside the texts it rests on: exact, or what differs, and what would settle it. Findings with mustBeLookedAt must be put right before the text is handed over.",
      inputSchema: checkBodySchema,
      annotations: READS,
    },
    answering((actor, asked) => checkText(actor, asked)),
  );
  return server;
}

const idSchema = z.string().max(100).describe("The printed id, such as st-7k2m9q");
const READS = { readOnlyHint: true, openWorldHint: false } as const;

/** What a list tells of a statement: enough to choose by, and never the words without their company. */
function inShort(statement: ReturnType<typeof toStatementJson>) {
  const { id, url, notice, inFull, wording, form, isDenial, state, speaker, occasion, source } = statement;
  return {
    id,
    url,
    notice,
    inFull,
    wording,
    form,
    isDenial,
    state,
    speaker,
    saidOn: occasion.saidOn,
    source,
  };
}

function told(answer: object): CallToolResult {
  const plain = JSON.parse(JSON.stringify(answer)) as Record<string, unknown>;
  return {
    content: [{ type: "text", text: JSON.stringify(plain, null, 2) }],
    structuredContent: plain,
  };
}

const failed = (text: string): CallToolResult => ({ content: [{ type: "text", text }], isError: true });
