/** Whether `target` takes letters, so that a shortcut would steal them. */
export function isTyping(target: EventTarget | null): boolean {
  // for a moment the caret is still in the box of a dialog that was closed, where no letter goes
  if (!(target instanceof HTMLElement) || !target.checkVisibility()) return false;
  if (target.isContentEditable || target.closest("textarea, select, [role=textbox], [role=combobox]"))
    return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|reset)$/.test(target.type);
}

/**
 * Puts reading to `box`, unless somebody is at work elsewhere: an answer that comes while its sender has gone on to another
 * form must not take the caret away, because what they press next would be read as single keys, or tick nothing.
 */
export function takeFocus(box: HTMLElement | null, options: FocusOptions = {}): void {
  if (box === null) return;
  const place = box.closest("[data-part], form") ?? box;
  if (!isTypingOutside(place) && !hasGoneOn(place)) box.focus(options);
}

/** Whether somebody is writing in the page, but not inside `place`. */
export function isTypingOutside(place: Element): boolean {
  const at = document.activeElement;
  return isTyping(at) && !place.contains(at);
}

// where somebody was when they last sent something: a key sends from anywhere
let sentFrom: Element | null = null;
if (typeof document !== "undefined")
  document.addEventListener("submit", () => (sentFrom = document.activeElement), true);

/** Whether somebody came to a box or a choice outside `place` since they last sent something. */
function hasGoneOn(place: Element): boolean {
  const at = document.activeElement;
  return at instanceof HTMLInputElement && at !== sentFrom && !place.contains(at);
}
