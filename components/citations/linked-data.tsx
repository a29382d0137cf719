/** What a page holds, for programs (JSON-LD): data that no browser runs. */
export function LinkedData({ of }: { of: object }) {
  // no text can end the element or open another
  const written = JSON.stringify(of).replace(/[<>&\u2028\u2029]/gu, escapeSign);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes of the data, and every sign of markup is escaped above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: written }} />;
}

function escapeSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
