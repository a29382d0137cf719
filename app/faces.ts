import localFont from "next/font/local";

// Latin only: these are preloaded, and their fallbacks are sized to them so that nothing moves when they arrive.
// Extended Latin and Arabic script are declared in styles/faces.css and fetched only when a letter asks for them.

const newsreader = localFont({
  variable: "--font-newsreader",
  display: "swap",
  weight: "200 800",
  adjustFontFallback: "Times New Roman",
  src: [
    {
      path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
      style: "normal",
    },
    {
      path: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2",
      style: "italic",
    },
  ],
});

const publicSans = localFont({
  variable: "--font-public-sans",
  display: "swap",
  weight: "100 900",
  adjustFontFallback: "Arial",
  src: "../node_modules/@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2",
});

/** The classes that give `<html>` its two families. */
export const FACES = `${newsreader.variable} ${publicSans.variable}`;
