// by itself, for it is drawn in the browser only by what is fetched when it is opened
export const SEARCH = "M21 21l-4.34-4.34M3 11a8 8 0 1 0 16 0a8 8 0 1 0 -16 0";
