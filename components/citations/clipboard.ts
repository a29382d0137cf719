interface Stretch {
  readonly text: string;
  readonly isItalic: boolean;
}

/** What a word processor is to paste: the same words, with italics and nothing else of the page. */
export function clipboardHtml(stretches: readonly Stretch[], quotation?: string): string {
  const citation = stretches.map(({ text, isItalic }) =>
    isItalic ? `<i>${inHtml(text)}</i>` : inHtml(text),
  );
  // a word processor takes the letters of its own document for what names none
  return `${quotation === undefined ? "" : `<p dir="auto">${inHtml(quotation)}</p>`}<p dir="auto">${citation.join("")}</p>`;
}

function inHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/\r?\n/gu, "<br>");
}

/**
 * Puts a text on the clipboard, with its HTML where it has any; whether that went well. A page that is not served securely, as within
 * an office, has no `navigator.clipboard`, and an older browser keeps no HTML there: the next way is tried.
 */
export async function copyWords(text: string, html?: string): Promise<boolean> {
  const clipboard: Clipboard | undefined = navigator.clipboard;
  const ways = [
    async () => {
      if (html === undefined || !clipboard) return false;
      const blob = (type: string, words: string) => new Blob([words], { type });
      const types = { "text/html": blob("text/html", html), "text/plain": blob("text/plain", text) };
      await clipboard.write([new ClipboardItem(types)]);
      return true;
    },
    async () => {
      // before the plain text: it keeps the HTML
      return html !== undefined && copyByEvent(text, html);
    },
    async () => {
      if (!clipboard) return false;
      await clipboard.writeText(text);
      return true;
    },
    async () => copyByEvent(text, html),
  ];
  for (const way of ways) {
    const isCopied = await way().catch(() => false);
    if (isCopied) return true;
  }
  return false;
}

// deprecated, and the one way of a page without https
function copyByEvent(text: string, html?: string): boolean {
  let isSet = false;
  const set = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    if (html !== undefined) event.clipboardData?.setData("text/html", html);
    isSet = event.clipboardData !== null;
  };
  document.addEventListener("copy", set, { once: true });
  try {
    return document.execCommand("copy") && isSet;
  } finally {
    document.removeEventListener("copy", set);
  }
}
