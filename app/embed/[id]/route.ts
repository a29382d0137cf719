import { createHash } from "node:crypto";
import { VISITOR } from "@/lib/auth";
import { quotationHtml, recordTitle } from "@/lib/citations";
import { NotFound } from "@/lib/errors";
import { absoluteUrl, deskName, publicResponse } from "@/lib/http";
import { companyOf } from "@/lib/statements";
import { getStatement, type StatementDetail } from "@/lib/statements/server";

const STYLE = `:root{color-scheme:light dark;font:1rem/1.5 Georgia,"Times New Roman",serif}
body{margin:0;padding:1rem 1.25rem;border:1px solid GrayText;border-radius:.5rem}
figure,blockquote{margin:0}
blockquote p{margin:0 0 .75rem;font-size:1.15rem;overflow-wrap:anywhere}
figcaption,footer{font:.85rem/1.4 system-ui,sans-serif;overflow-wrap:anywhere}
footer{margin-top:.5rem}
.notice{margin:0 0 .75rem;padding:.35rem .6rem;border:2px solid;border-radius:.25rem;font:bold .9rem/1.4 system-ui,sans-serif}
a{color:LinkText}`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

/**
 * A statement as a card within the page of somebody else: no script, no letter of its own, and always as it stands now, so
 * that a correction or a retraction reaches whoever embedded it. It is what the public reads, whoever looks.
 */
export async function GET(request: Request, { params }: RouteContext<"/embed/[id]">) {
  const { id } = await params;
  try {
    const statement = await getStatement(VISITOR, id);
    return answer(request, cardOf(statement), 200);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    const words = "<p>This statement is not public, or not any more.</p>";
    return answer(request, page("A statement that is not public", words), 404);
  }
}

function answer(request: Request, body: string, status: number): Response {
  const response = publicResponse(request, body, "text/html", status);
  response.headers.set("content-security-policy", POLICY);
  return response;
}

function cardOf(statement: StatementDetail): string {
  const { notice } = companyOf(statement);
  const record = absoluteUrl(`/statements/${statement.publicId}`);
  // a link opens the page itself, and not within somebody else's
  const figure = quotationHtml(statement, { withNotice: false }).replaceAll(
    "<a ",
    '<a target="_blank" rel="noopener" ',
  );
  const above = notice ? `<p class="notice">${inHtml(notice)}</p>` : "";
  const below = `<footer>Recorded by <a target="_blank" rel="noopener" href="${inHtml(record)}">${inHtml(deskName())}</a></footer>`;
  return page(recordTitle(statement), `${above}${figure}${below}`, record);
}

function page(title: string, body: string, canonical?: string): string {
  const link = canonical ? `<link rel="canonical" href="${inHtml(canonical)}">` : "";
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${inHtml(title)}</title>${link}<style>${STYLE}</style></head>
<body><main>${body}</main></body></html>
`;
}

function inHtml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
