import localFont from "next/font/local";

// Latin only: these are preloaded, and their fallbacks are sized to them so that nothing moves when they arrive.
// Extended Latin and Arabic script are declared in styles/faces.css and fetched only when a letter asks for them.
// scripts/faces.mjs cuts them out of the whole ones of npm before the site is built.

const newsreader = localFont({
  variable: "--font-newsreader",
  display: "swap",
  weight: "400 500",
  adjustFontFallback: "Times New Roman",
  src: [
    { path: "../.cache/faces/newsreader.woff2", style: "normal" },
    { path: "../.cache/faces/newsreader-italic.woff2", style: "italic" },
  ],
});

const publicSans = localFont({
  variable: "--font-public-sans",
  display: "swap",
  weight: "400 650",
  adjustFontFallback: "Arial",
  src: "../.cache/faces/public-sans.woff2",
});

/** The classes that give `<html>` its families. */
export const FACES = `${newsreader.variable} ${publicSans.variable}`;
