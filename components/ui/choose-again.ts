/** The end of the hint of a field that takes files: no browser gives a file to a page that comes anew. */
export const AGAIN = "Without scripts, choose it again when something was refused.";
