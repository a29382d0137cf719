/** Where a browser remembers that its person turned shortcuts off. */
export const OFF = "verbatim-keys-off";
