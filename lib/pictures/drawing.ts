import { readFileSync } from "node:fs";
import path from "node:path";
import { Renderer } from "@takumi-rs/wasm/node";
import { FITS, type Fit, layoutOf } from "./layout";
import type { Picture } from "./model";
import { HEIGHT_PX, WIDTH_PX } from "./size";

interface Face {
  readonly family: string;
  readonly style: "normal" | "italic";
  readonly file: string;
  readonly letters: [first: number, last: number][];
}

interface Drawer {
  readonly renderer: Renderer;
  readonly faces: readonly Face[];
}

let known: Drawer | undefined;

/** The picture as a PNG, with the words as large as they fit; `folder` holds the faces that scripts/faces.mjs cuts for it. */
export async function draw(picture: Picture, folder: string): Promise<Uint8Array> {
  known ??= drawerOf(folder);
  const { renderer, faces } = known;
  const drawable = asFarAsDrawable(picture, faces);
  const fit = await fitOf(renderer, drawable);
  // what must be read with the words leaves no room for them: neither is shown, and the address has both
  return fit ? paint(renderer, drawable, fit) : paint(renderer, withoutWords(drawable), SMALL);
}

async function fitOf(renderer: Renderer, picture: Picture): Promise<Fit | null> {
  for (const fit of FITS) {
    const { height } = await renderer.measure(layoutOf(picture, fit, false), { width: WIDTH_PX });
    if (height <= HEIGHT_PX) return fit;
  }
  return null;
}

const SMALL: Fit = { sizePx: 38, wordsUtf16: Number.POSITIVE_INFINITY };

function paint(renderer: Renderer, picture: Picture, fit: Fit): Promise<Uint8Array> {
  return renderer.render(layoutOf(picture, fit), { width: WIDTH_PX, height: HEIGHT_PX, format: "png" });
}

function drawerOf(folder: string): Drawer {
  const faces = JSON.parse(readFileSync(path.join(folder, "faces.json"), "utf8")) as Face[];
  const renderer = new Renderer();
  for (const { family, style, file, letters } of faces)
    renderer.registerFont({
      ...{ name: family, style, data: readFileSync(path.join(folder, file)), unicodeRange: letters },
    });
  return { renderer, faces };
}

/**
 * A picture without what none of the faces has letters for: boxes in place of letters are no quotation, and one with a sign
 * left out is another one.
 */
function asFarAsDrawable(picture: Picture, faces: readonly Face[]): Picture {
  const isDrawable = (text: string) =>
    [...text].every((sign) => IGNORABLE.test(sign) || hasLetter(faces, sign));
  const { before, words, behind, name, about, desk } = picture;
  const shown = [before, words, behind].every(isDrawable) ? picture : withoutWords(picture);
  return {
    ...shown,
    name: isDrawable(name) ? name : "",
    about: about.filter(isDrawable),
    desk: isDrawable(desk) ? desk : "",
  };
}

// signs that direct the others and are not drawn themselves
const IGNORABLE = /[\p{Default_Ignorable_Code_Point}\s]/u;

function hasLetter(faces: readonly Face[], sign: string): boolean {
  const point = sign.codePointAt(0) ?? 0;
  return faces.some(({ letters }) => letters.some(([first, last]) => point >= first && point <= last));
}

function withoutWords(picture: Picture): Picture {
  const words = "The words stand at the address below.";
  return { ...picture, before: "", words, behind: "", language: "" };
}
