import { cookies } from "next/headers";
import { type Style, USUAL_STYLE } from "@/lib/citations";
import { findStyle } from "@/lib/styles/server";
import { STYLE_COOKIE } from "./cookie";

/** The style that whoever asks has chosen; Chicago where none was, or where it was taken away since, which `gone` then names. */
export async function chosenStyle(): Promise<{ style: Style; key: string; gone: string | null }> {
  const asked = (await cookies()).get(STYLE_COOKIE)?.value ?? USUAL_STYLE;
  const style = await findStyle(asked);
  if (style === null) return { style: USUAL_STYLE, key: USUAL_STYLE, gone: asked.slice(0, 100) };
  return { style, key: asked, gone: null };
}
