/** The name of the cookie that remembers the citation style. */
export const STYLE_COOKIE = "verbatim-citation-style";
