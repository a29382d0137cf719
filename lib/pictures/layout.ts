import type { Node } from "@takumi-rs/wasm/node";
import { shortWording } from "@/lib/statements";
import { directionOf } from "@/lib/text";
import type { Picture } from "./model";
import { HEIGHT_PX, WIDTH_PX } from "./size";

/** How large the words stand and how many of them: tried from the first on until all fits. */
export interface Fit {
  readonly sizePx: number;
  readonly wordsUtf16: number;
}

/** The largest first: below 34 pixels nobody reads a picture on a phone, so that then words are left out at the end. */
export const FITS: readonly Fit[] = [
  ...[76, 68, 60, 54, 48, 43, 38, 34].map((sizePx) => ({ sizePx, wordsUtf16: Number.POSITIVE_INFINITY })),
  ...[400, 320, 240, 160, 90].map((wordsUtf16) => ({ sizePx: 34, wordsUtf16 })),
];

// the colours of the site's pages in the light (app/styles/tokens.css)
const COLOURS = { paper: "#ffffff", ink: "#17181b", second: "#46484e", pencil: "#1b4ea3", stop: "#a3241a" };
const SERIF = "Words, Others, Arabic";
const SANS = "Labels, Others, Arabic";
const EDGE_PX = 64;
const WHERE_PX = 22;

/**
 * A picture as boxes and texts; as high as what stands in it, or of the whole height with its foot below. Each text runs in the
 * direction of its own letters: of a paragraph in a right-to-left language the signs between would stand on the wrong side.
 */
export function layoutOf(picture: Picture, fit: Fit, isWhole = true): Node {
  const { kind, notice, before, behind, name, about, language, desk, address } = picture;
  const words = shortWording(picture.words, fit.wordsUtf16);
  const side = Math.max(26, Math.round(fit.sizePx * 0.6));
  const direction = rightOrLeft(words, language);
  return box(
    {
      ...{
        width: WIDTH_PX,
        backgroundColor: COLOURS.paper,
        color: COLOURS.ink,
        justifyContent: "space-between",
      },
      ...(isWhole ? { height: HEIGHT_PX } : {}),
      padding: `${EDGE_PX - 12}px ${EDGE_PX}px ${EDGE_PX - 16}px`,
      borderTop: `12px solid ${notice ? COLOURS.stop : COLOURS.ink}`,
    },
    [
      box({}, [
        ...(notice ? [noticeOf(notice)] : []),
        ...(kind ? [text(kind, "ltr", { ...LABEL, color: COLOURS.pencil, marginBottom: 14 })] : []),
        ...(before
          ? [text(before, rightOrLeft(before), { ...REPORTER, fontSize: side, marginBottom: 8 })]
          : []),
        text(words, direction, { fontFamily: SERIF, fontSize: fit.sizePx, lineHeight: 1.22 }),
        ...(behind
          ? [text(behind, rightOrLeft(behind), { ...REPORTER, fontSize: side, marginTop: 10 })]
          : []),
      ]),
      box({ marginTop: 24 }, [
        ...(name ? [text(name, rightOrLeft(name), NAME)] : []),
        ...about.map((one) => text(one, "ltr", { ...LABEL, color: COLOURS.second, lineHeight: 1.35 })),
        box({ borderTop: `2px solid ${COLOURS.ink}`, marginTop: 20, paddingTop: 14 }, [
          text(`${desk} · ${address}`, "ltr", { ...LABEL, fontSize: WHERE_PX, color: COLOURS.second }),
        ]),
      ]),
    ],
  );
}

// what is said of the words stands on the left, as all of the desk's own
const NAME = { fontFamily: SERIF, fontSize: 38, lineHeight: 1.2, textAlign: "left" };
const LABEL = { fontFamily: SANS, fontSize: 26, lineHeight: 1.3 };
// italic is whoever is not the speaker, as on the site's pages
const REPORTER = { fontFamily: SERIF, fontStyle: "italic", lineHeight: 1.3, color: COLOURS.second };

function noticeOf(notice: string): Node {
  return box({ marginBottom: 24, padding: "10px 18px", border: `3px solid ${COLOURS.stop}` }, [
    text(notice, "ltr", { ...LABEL, fontSize: 30, color: COLOURS.stop }),
  ]);
}

function rightOrLeft(words: string, language = ""): "ltr" | "rtl" {
  return directionOf(words, language) === "rtl" ? "rtl" : "ltr";
}

function box(style: object, children: Node[]): Node {
  return { type: "container", style: { display: "flex", flexDirection: "column", ...style }, children };
}

function text(words: string, direction: "ltr" | "rtl", style: object): Node {
  const textAlign = direction === "rtl" ? "right" : "left";
  return { type: "text", text: words, style: { direction, textAlign, overflowWrap: "anywhere", ...style } };
}
