/** What pages unfurl with elsewhere: nearly twice as wide as high. */
export const WIDTH_PX = 1200;
export const HEIGHT_PX = 630;
