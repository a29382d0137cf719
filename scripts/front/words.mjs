const TITLES = {
  400: "This cannot be read",
  403: "This was sent from elsewhere",
  404: "There is nothing here",
  405: "This cannot be done here",
  413: "This is too much at once",
  414: "This address is too long",
  415: "This cannot be read",
  417: "This cannot be done here",
  429: "This is too much at once",
  431: "This is too much at once",
  503: "Verbatim cannot answer just now",
};

/** The same to a program that asks /api/v1, as RFC 9457 has it. */
export function problemOf(status, detail) {
  const title = TITLES[status] ?? "Something went wrong";
  return `${JSON.stringify({ type: "about:blank", title, status, detail }, null, 2)}\n`;
}

/** Begins what a form is told that was turned away before anything was done; lib/forms knows it by these words. */
const TURNED_AWAY = "Turned away: ";

/** The same to a form that scripts sent. */
export function toldToForm(message) {
  return `${TURNED_AWAY}${message}`;
}

/** A page of words for what the site itself never saw. It has no script and asks for nothing. */
export function wordsPage(status, words) {
  const title = TITLES[status] ?? "Something went wrong";
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title} · Verbatim</title>
<style>
  :root { color-scheme: light dark; }
  body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 15vh auto 0; padding: 0 1.25rem; }
  h1 { font: 500 2rem/1.2 Georgia, serif; }
</style>
<main>
<h1>${title}</h1>
<p>${words}</p>
<p><a href="/">Go to the front page</a></p>
</main>
</html>
`;
}
