/** The keys that open the palette, as assistive technology is told them. Not beside what every page's scripts read. */
export const PALETTE_KEYS = "Control+K Meta+K";
