"use client";

import { FACES } from "./faces";
import "./styles/index.css";

/** Stands in for the whole document when even the layout could not be made. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en" className={FACES}>
      <body>
        <title>Something failed · Verbatim</title>
        <main className="page">
          <div className="pagehead">
            <div>
              <h1>Verbatim could not make this page</h1>
              <p>
                What had been saved is safe. Try again, or come back in a minute. What was typed is kept while
                you write; it is filled in again when its page opens.
              </p>
            </div>
          </div>
          <button className="btn btn--main" type="button" onClick={retry}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
