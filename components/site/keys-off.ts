/** Where a browser remembers that its person turned single keys off. */
export const OFF = "verbatim-keys-off";
