type Place = readonly [Node, number];

/**
 * Lets a pointer that is drawn over the words of a link in a text select them, and does not follow it then: Chromium and Safari
 * begin no selection in a link. Returns what ends it.
 */
export function selectOverLinks(): () => void {
  let from: Place | null = null;
  let isDrawn = false;
  const ended = new AbortController();
  const hear = { capture: true, signal: ended.signal };
  addEventListener(
    "mousedown",
    (event) => {
      isDrawn = false;
      const isOver = event.target instanceof Element && event.target.closest("[data-reader] a");
      from = isOver && event.button === 0 ? placeAt(event) : null;
    },
    hear,
  );
  addEventListener(
    "mousemove",
    (event) => {
      const to = from && placeAt(event);
      if (!from || !to) return;
      const selection = document.getSelection();
      selection?.setBaseAndExtent(...from, ...to);
      isDrawn ||= selection?.isCollapsed === false;
    },
    hear,
  );
  addEventListener("dragstart", (event) => from && event.preventDefault(), hear);
  addEventListener("mouseup", () => (from = null), hear);
  addEventListener("click", (event) => isDrawn && event.preventDefault(), hear);
  return () => ended.abort();
}

function placeAt({ clientX, clientY }: MouseEvent): Place | null {
  const place = document.caretPositionFromPoint?.(clientX, clientY);
  if (place) return [place.offsetNode, place.offset];
  // Safari knows the older one alone
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range ? [range.startContainer, range.startOffset] : null;
}
