/**
 * The server actions that a form names which was sent without scripts, by their ids: React writes them into inputs of
 * its own, bound ones as JSON.
 */
export function actionsOf(form: FormData): string[] {
  const ids: string[] = [];
  for (const name of form.keys()) {
    if (name.startsWith("$ACTION_ID_")) ids.push(name.slice("$ACTION_ID_".length));
    const [, number] = /^\$ACTION_REF_(.+)$/.exec(name) ?? [];
    if (number !== undefined) ids.push(idIn(form.get(`$ACTION_${number}:0`)));
  }
  return ids;
}

function idIn(bound: FormDataEntryValue | null): string {
  try {
    const { id } = JSON.parse(String(bound)) as { id?: unknown };
    return typeof id === "string" ? id : "";
  } catch {
    return "";
  }
}
