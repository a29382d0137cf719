import { attribute, decoded } from "../site";

/** A field as it is sent. */
export type Field = readonly [name: string, value: string];

/** A form of a page, or a part of one, as a browser without scripts would draw it. */
export interface Drawn {
  readonly path: string;
  readonly name: string;
  readonly controls: readonly Control[];
  /** What else the form carries, part or not, in the order of the page. */
  readonly around: readonly Field[];
  readonly buttons: readonly Field[];
  readonly isPart: boolean;
}

export interface Control {
  /** As it is sent. */
  readonly name: string;
  /** Without the part before it. */
  readonly field: string;
  readonly kind: "hidden" | "text" | "radio" | "checkbox" | "select";
  readonly value: string;
  readonly options: readonly string[];
  readonly isOn: boolean;
}

const TAG =
  /<input\b[^>]*>|<textarea\b([^>]*)>([\s\S]*?)<\/textarea>|<select\b([^>]*)>([\s\S]*?)<\/select>|<button\b([^>]*)>/g;

/** Every form of a page that changes something, each part by itself. */
export function formsOf(path: string, html: string): Drawn[] {
  const forms = html.match(/<form\b[\s\S]*?<\/form>/g) ?? [];
  return forms.flatMap((form) => {
    const head = form.slice(0, form.indexOf(">") + 1);
    if (!/method="post"/i.test(head) || /action="\/(?:theme|sign-out|citation-style|typed)/.test(head))
      return [];
    return partsOf(path, form);
  });
}

function partsOf(path: string, form: string): Drawn[] {
  const around: Field[] = [];
  const isPage = form.includes("data-page");
  const parts: { name: string; controls: Control[]; buttons: Field[] }[] = [];
  let part: (typeof parts)[number] | null = isPage ? null : { name: "", controls: [], buttons: [] };
  if (part) parts.push(part);
  for (const [tag, area, text = "", select, options = "", button] of form.matchAll(TAG)) {
    const own = area ?? select ?? button ?? tag;
    const name = attribute(own, "name");
    if (name === null) continue;
    const value = attribute(own, "value") ?? "";
    if (button !== undefined) {
      if (attribute(own, "formAction") || /type="button"/.test(own) || value === "*") continue;
      part?.buttons.push([name, value]);
      continue;
    }
    if (name === "sending") {
      const called = value.split(" ")[1] ?? "";
      if (isPage) {
        part = { name: called, controls: [], buttons: [] };
        parts.push(part);
      } else if (part) part.name = called;
    }
    const control = controlOf({
      name,
      own,
      isArea: area !== undefined,
      text,
      isSelect: select !== undefined,
      options,
      value,
    });
    if (control === null) continue;
    part?.controls.push(control);
    if (control.kind === "hidden" || control.kind === "text" || control.kind === "select" || control.isOn)
      around.push([name, control.value]);
  }
  return parts.filter(({ name }) => name !== "").map((one) => ({ path, ...one, around, isPart: isPage }));
}

function controlOf(it: {
  name: string;
  own: string;
  isArea: boolean;
  text: string;
  isSelect: boolean;
  options: string;
  value: string;
}): Control | null {
  const { name, own, isArea, text, isSelect, options, value } = it;
  const field = name.slice(name.indexOf("~") + 1);
  const base = { name, field, options: [] as string[], isOn: false };
  if (isArea) return { ...base, kind: "text", value: decoded(text).replace(/^\n/, "") };
  if (isSelect) {
    const all = [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, "value") ?? "");
    const chosen = options.match(/<option\b[^>]*\sselected\b[^>]*>/)?.[0];
    return {
      ...base,
      kind: "select",
      value: chosen ? (attribute(chosen, "value") ?? "") : (all[0] ?? ""),
      options: all,
    };
  }
  const type = attribute(own, "type") ?? "text";
  if (type === "file" || type === "submit") return null;
  if (type === "radio" || type === "checkbox")
    return {
      ...base,
      kind: type,
      value: value === "" && type === "checkbox" ? "on" : value,
      isOn: /\schecked\b/.test(own),
    };
  return { ...base, kind: type === "hidden" ? "hidden" : "text", value };
}

/** What is sent of a form with these fields of it filled in, and one of its buttons pressed. */
export function filled(
  form: Drawn,
  given: ReadonlyMap<string, readonly string[]>,
  button: Field | undefined,
): Field[] {
  const own = ownFields(form, given);
  if (!form.isPart) return [...own, ...(button ? [button] : [])];
  // the parts before and behind go along as they were drawn
  const fields: Field[] = [];
  const names = new Set(form.controls.map(({ name }) => name));
  const key = form.controls.find(({ name }) => name === "sending")?.value;
  let [isIn, isPut] = [false, false];
  for (const [name, value] of form.around) {
    if (name === "sending") isIn = value === key;
    if (!isIn || !names.has(name)) fields.push([name, value]);
    else if (!isPut) {
      fields.push(...own);
      isPut = true;
    }
  }
  return [...fields, ...(button ? [button] : [])];
}

function ownFields(form: Drawn, given: ReadonlyMap<string, readonly string[]>): Field[] {
  const taken = new Set<string>();
  return form.controls.flatMap(({ name, field, kind, value, isOn }): Field[] => {
    const wish = given.get(field);
    if (wish === undefined)
      return kind === "radio" || kind === "checkbox" ? (isOn ? [[name, value]] : []) : [[name, value]];
    if (taken.has(name)) return [];
    taken.add(name);
    return wish.map((one): Field => [name, one]);
  });
}
