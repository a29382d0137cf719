/**
 * What `npm run mutants` changes, and which of the domain's tests are to notice: unit tests, or data tests on SQLite where
 * the rules are conditions of the database. Files that are tested by themselves are a group of their own, which takes less time.
 */
export const DOMAINS = {
  review: [{ files: ["model", "submission", "schema"], unit: ["model", "schema"] }],
  independence: [{ files: ["model"], unit: ["model", "rules"] }],
  visibility: [{ files: ["model"], data: ["server"] }],
  audit: [{ files: ["model", "signatures", "checkpoints", "findings"], unit: ["model", "checkpoints"] }],
  auth: [{ files: ["model", "schema", "devices"], unit: ["model", "schema", "devices"] }],
  forms: [
    {
      files: ["parse", "sending", "typed", "model", "accept", "failures"],
      unit: ["forms", "parse", "sending", "typed", "windows"],
    },
    { files: ["newlines"], unit: ["newlines"] },
    { files: ["one-meant"], unit: ["one-meant"] },
  ],
  publication: [{ files: ["model", "schema"], unit: ["model", "schema"] }],
  matching: [
    { files: ["locate", "folded", "myers"], unit: ["locate", "folded", "myers"] },
    { files: ["edges"], unit: ["edges"] },
    { files: ["diff-words"], unit: ["diff-words"] },
    { files: ["surroundings"], unit: ["surroundings"] },
    { files: ["withheld"], unit: ["withheld"] },
    { files: ["pieces"], unit: ["pieces"] },
  ],
  citations: [
    { files: ["csl-item"], unit: ["csl-item"] },
    { files: ["kinds"], unit: ["csl-item", "kinds"] },
    { files: ["csl-names"], unit: ["csl-names"] },
    { files: ["coins", "short-forms"], unit: ["format", "short-forms"] },
    { files: ["format", "style-names", "styles"], unit: ["format", "styles", "manuals", "added"] },
    { files: ["handles", "prepare"], unit: ["prepare", "handles", "manuals"] },
  ],
  text: [{ files: ["signs"], unit: ["signs"] }],
  exports: [
    { files: ["bibtex", "ris"], unit: ["bibliographies"] },
    { files: ["csv"], unit: ["csv"] },
    { files: ["statement-json"], unit: ["statement-json"] },
  ],
  // small enough that what they read and write is changed as well
  comments: [{ files: ["mutations", "schema"], data: ["mutations"] }],
  outlets: [
    { files: ["mutations", "model", "schema"], data: ["mutations"] },
    { files: ["queries"], data: ["queries", "mutations"] },
    { files: ["countries"], unit: ["countries"] },
  ],
  search: [
    { files: ["anything"], data: ["anything-server"] },
    { files: ["ranked"], data: ["ranked-server"] },
    { files: ["meant"], data: ["server"] },
    { files: ["queries"], data: ["server"] },
  ],
};

/** Files of a domain by the names above: what is changed, or with ".test.ts" what is to notice. */
export function inDomain(domain, names, ending = ".ts") {
  return names.map((name) => `lib/${domain}/${name}${ending}`);
}
