/** Goes to the search field, unfolding the menu that may hold it. */
export function focusSearch(): boolean {
  const fields = [...document.querySelectorAll<HTMLElement>("[data-search]")];
  // a page's own search comes before the masthead's
  const field = fields.findLast(isVisible) ?? fields.find((each) => each.closest("details"));
  const fold = field?.closest("details");
  if (fold) fold.open = true;
  field?.focus();
  return field !== undefined;
}

/** Moves the mark of the keyboard to the next or the previous item of the page's list. */
export function moveInList(step: 1 | -1): boolean {
  const items = [...document.querySelectorAll<HTMLElement>("[data-list-item]")].filter(isVisible);
  const at = items.findIndex((item) => item.hasAttribute("data-list-at"));
  const next = at === -1 ? items[step === 1 ? 0 : items.length - 1] : items[at + step];
  if (!next) return items.length > 0;
  markItem(next);
  (next.matches("a, button, [tabindex]") ? next : (next.querySelector<HTMLElement>("a[href]") ?? next)).focus(
    {
      preventScroll: true,
    },
  );
  next.scrollIntoView({ block: "nearest" });
  return true;
}

/** Marks the item that holds what has focus, so that keys act where their reader is. */
export function markFocused(target: EventTarget | null): void {
  const item = target instanceof Element ? target.closest("[data-list-item]") : null;
  if (item && !item.hasAttribute("data-list-at")) markItem(item);
}

function markItem(item: Element): void {
  for (const marked of document.querySelectorAll("[data-list-at]")) marked.removeAttribute("data-list-at");
  item.setAttribute("data-list-at", "");
}

/** Opens the item under the mark, for items that are not links themselves. */
export function openItem(target: EventTarget | null): boolean {
  const item = document.querySelector<HTMLElement>("[data-list-at]");
  if (!item || target !== item || item.matches("a, button")) return false;
  return press(item.querySelector<HTMLElement>("[data-open], a[href]"));
}

/**
 * Presses the control that claims `key`: the one in the marked item, else one that stands in no item. A key of other
 * items does nothing: it acts in the marked one or not at all. A page that knows more of its keys is asked first.
 */
export function pressKey(key: string): boolean {
  const item = document.querySelector<HTMLElement>("[data-list-at]");
  const asked = new CustomEvent("verbatim:key", { detail: key, bubbles: true, cancelable: true });
  if (!(item ?? document.body).dispatchEvent(asked)) return true;
  return press(controlsHere().find((control) => control.dataset.key === key));
}

/** The controls that keys press: those of the marked item, then those of the page that stand in no item. */
export function controlsHere(): HTMLElement[] {
  const controls = [...document.querySelectorAll<HTMLElement>("[data-key]")].filter(isVisible);
  const itemOf = (control: HTMLElement) => control.closest("[data-list-item]");
  const inMarked = controls.filter((control) => itemOf(control)?.hasAttribute("data-list-at"));
  return [...inMarked, ...controls.filter((control) => itemOf(control) === null)];
}

/** Follows the link to a place of the site: `g` and then `key`. */
export function goTo(key: string): boolean {
  return press(document.querySelector<HTMLElement>(`[data-go~="${CSS.escape(key)}"]`));
}

/** Closes what is unfolded in the masthead or a menu, and returns to what unfolded it. */
export function closeMenus(): boolean {
  const menu = document.querySelector<HTMLDetailsElement>("details.mast__menu[open], details.menu[open]");
  if (!menu) return false;
  menu.open = false;
  menu.querySelector("summary")?.focus();
  return true;
}

function press(control: HTMLElement | null | undefined): boolean {
  control?.click();
  if (control instanceof HTMLAnchorElement && control.dataset.into !== undefined)
    goInto(control.hash.slice(1));
  // a field that claims a key is for typing into
  if (control?.matches("input:not([type=checkbox], [type=radio]), textarea, select")) control.focus();
  return Boolean(control);
}

/** Puts the caret on the first control of a part of the page, where work goes on. */
function goInto(id: string): void {
  const part = document.getElementById(id);
  const controls = part?.querySelectorAll<HTMLElement>("input:not([type=hidden]), select, textarea, button");
  [...(controls ?? [])].find(isVisible)?.focus();
}

/** Sends the form in which `target` stands, as its own first button does. */
export function sendFormOf(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const part = target.closest("[data-part]") ?? target.closest("form");
  return press(part?.querySelector<HTMLElement>("button[type=submit]"));
}

function isVisible(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
