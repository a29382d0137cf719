/** Whether `target` takes letters, so that a shortcut would steal them. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("textarea, select, [role=textbox], [role=combobox]"))
    return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|reset)$/.test(target.type);
}

/**
 * Puts reading to `box`, unless somebody is writing elsewhere: an answer that comes while its sender has gone on to another
 * form must not take the caret away, because what they type next would be read as single keys.
 */
export function takeFocus(box: HTMLElement | null, options: FocusOptions = {}): void {
  if (box !== null && !isTypingOutside(box.closest("[data-part], form") ?? box)) box.focus(options);
}

/** Whether somebody is writing in the page, but not inside `place`. */
export function isTypingOutside(place: Element): boolean {
  const at = document.activeElement;
  return isTyping(at) && !place.contains(at);
}
