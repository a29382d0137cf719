import type { Page } from "@playwright/test";

/** How a page is looked at: its window, and whether it is on paper (an A4 page within its margins). */
export interface Sheet {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly media: "screen" | "print";
}

export const PAPER: Sheet = { name: "paper", width: 680, height: 960, media: "print" };

export const SHEETS: readonly Sheet[] = [
  { name: "narrowest", width: 320, height: 700, media: "screen" },
  { name: "narrow", width: 390, height: 844, media: "screen" },
  { name: "wide", width: 1440, height: 900, media: "screen" },
  PAPER,
];

/** What is wrong with how a page is laid out, each fault as one line: its kind, the element, its first words. */
export async function measure(page: Page, { width, height, media }: Sheet): Promise<string[]> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ media });
  return page.evaluate(faultsOf, media === "print");
}

/** Runs in the page, so it names nothing outside itself. */
function faultsOf(isPaper: boolean): string[] {
  const faults = new Set<string>();
  const root = document.documentElement;
  const say = (kind: string, element: Element) => {
    const words = (element.textContent ?? "").trim().replaceAll(/\s+/g, " ").slice(0, 40);
    const name = element.classList.item(0);
    faults.add(`${kind}: <${element.tagName.toLowerCase()}${name ? ` .${name}` : ""}> “${words}”`);
  };
  /** Whether something holds of an element or of one that it stands in; each is asked once. */
  const within = (holds: (style: CSSStyleDeclaration, element: Element) => boolean) => {
    const known = new Map<Element, boolean>();
    return function answer(element: Element | null): boolean {
      if (element === null) return false;
      const before = known.get(element);
      if (before !== undefined) return before;
      const is = holds(getComputedStyle(element), element) || answer(element.parentElement);
      known.set(element, is);
      return is;
    };
  };
  const isClipped = within(({ clipPath }) => clipPath !== "none");
  const shown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest("[aria-hidden=true], dialog:not([open])") === null &&
    !isClipped(element);
  const scrolls = within(
    ({ overflowX }, element) =>
      element !== document.body && element !== root && /auto|scroll/.test(overflowX),
  );
  if (isPaper && (document.querySelector("main")?.getBoundingClientRect().height ?? 0) < 24)
    faults.add("nothing on paper");
  const blockOf = (element: Element): Element =>
    getComputedStyle(element).display.startsWith("inline") && element.parentElement
      ? blockOf(element.parentElement)
      : element;
  /** The lines that an element's own words take, without those of what stands in it. */
  const linesOf = (element: Element) => {
    const rects = [...element.childNodes]
      .filter((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== "")
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      });
    return rects.filter((rect) => rect.width > 1 && rect.height > 1);
  };

  /** The short words among an element's own that stand on two lines, as no typesetter would break them. */
  const brokenWordsOf = (element: Element) =>
    [...element.childNodes].flatMap((node) =>
      [
        ...(node.nodeType === Node.TEXT_NODE ? (node.textContent ?? "") : "").matchAll(
          /(?<!\p{L})\p{L}{3,13}(?!\p{L})/gu,
        ),
      ]
        .filter(({ index, 0: word }) => {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          return new Set([...range.getClientRects()].map((rect) => Math.round(rect.top))).size > 1;
        })
        .map(([word]) => word),
    );

  if (root.scrollWidth > root.clientWidth) {
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) =>
        shown(element) &&
        element.getBoundingClientRect().right > root.clientWidth + 1 &&
        !scrolls(element.parentElement ?? element),
    );
    for (const element of wide.slice(-3)) say("wider than the page", element);
    if (wide.length === 0) faults.add("wider than the page");
  }

  // a screen reader tells it: a list of nothing
  for (const list of document.body.querySelectorAll("ul, ol, dl"))
    if (list.childElementCount === 0 && list.checkVisibility()) say("empty list", list);

  // its form is not printed, and nobody wants to read what could be filled in
  const told = (element: Element) =>
    [element, ...element.querySelectorAll("*")].some(
      (part) => shown(part) && (part instanceof SVGElement || linesOf(part).length > 0),
    );
  for (const section of isPaper ? document.body.querySelectorAll("section") : [])
    if (
      shown(section) &&
      told(section) &&
      [...section.children].every((part) => /^(H[1-6]|HEADER)$/.test(part.tagName) || !told(part))
    )
      say("nothing under a heading on paper", section);

  const texts: { element: Element; rect: DOMRect }[] = [];
  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element)) continue;
    if (/^H[1-6]$/.test(element.tagName) && (element.textContent ?? "").trim() === "")
      say("empty heading", element);
    const rects = linesOf(element);
    if (rects.length === 0) continue;
    const style = getComputedStyle(element);
    const letter = Number.parseFloat(style.fontSize) * 0.5;
    // a drawing that shrinks takes its letters along
    const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
    if (!isPaper && 2 * letter * scale < 9) say("letters too small", element);
    const lines = new Set(rects.map((rect) => Math.round(rect.top)));
    const words = (element.textContent ?? "").trim();
    const block = blockOf(element).getBoundingClientRect().width;
    const widest = Math.min(block, Math.max(...rects.map((rect) => rect.width)));
    if (lines.size > 3 && words.length > 12 && widest < 6 * letter) say("a column of letters", element);
    if (block < 18 * letter) for (const word of brokenWordsOf(element)) say(`“${word}” broken`, element);
    for (const rect of rects) if (!scrolls(element)) texts.push({ element, rect });
    if (isPaper) continue;
    const cuts = /hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    if (cuts && !element.hasAttribute("title") && style.textOverflow !== "ellipsis") say("cut off", element);
  }

  // two texts on one place; the sizes of lines overlap by nature, the middle of letters does not
  const inner = (rect: DOMRect) => ({
    ...{ left: rect.left + 1, right: rect.right - 1 },
    ...{ top: rect.top + rect.height * 0.3, bottom: rect.bottom - rect.height * 0.3 },
  });
  const fixed = within(({ position }) => /fixed|sticky/.test(position));
  const still = texts
    .filter(({ element }) => !fixed(element))
    .map(({ element, rect }) => ({ element, ...inner(rect) }))
    .sort((a, b) => a.top - b.top);
  still.forEach((one, index) => {
    for (let next = index + 1; next < still.length; next += 1) {
      const other = still[next];
      if (!other || other.top >= one.bottom) break;
      if (other.element === one.element) continue;
      if (other.left < one.right && one.left < other.right)
        say(`over “${(one.element.textContent ?? "").trim().slice(0, 30)}”`, other.element);
    }
  });

  if (!isPaper) {
    const targets = [
      ...document.querySelectorAll("a[href], button, select, summary, input:not([type=hidden])"),
    ]
      .filter((element) => shown(element))
      .map((element) => ({ element, rect: element.getBoundingClientRect() }))
      .filter(({ rect }) => rect.width > 1 && rect.height > 1);
    for (const { element, rect } of targets) {
      if (rect.width >= 24 && rect.height >= 24) continue;
      if (getComputedStyle(element).display === "inline") continue; // a link in a sentence
      const label = element.closest("label")?.getBoundingClientRect();
      if (label && label.width >= 24 && label.height >= 24) continue;
      const x = rect.left + rect.width / 2;
      const y = rect.top + rect.height / 2;
      const crowded = targets.some(({ element: other, rect: its }) => {
        if (other === element || other.contains(element) || element.contains(other)) return false;
        const dx = Math.max(its.left - x, 0, x - its.right);
        const dy = Math.max(its.top - y, 0, y - its.bottom);
        return Math.hypot(dx, dy) < 12;
      });
      if (crowded) say(`a target of ${Math.round(rect.width)} × ${Math.round(rect.height)} px`, element);
    }
  }
  return [...faults];
}
