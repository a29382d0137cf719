/** What the parser may do with the first word of the buffer: keep it, or find the head of the last word kept to its right or left. */
export const SHIFT = 0;
export const RIGHT = 1;
export const LEFT = 2;
