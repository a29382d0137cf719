import { db } from "./client";
import { fieldsOf, type ModelName } from "./records";

interface DataModel {
  readonly models: Readonly<
    Record<
      string,
      { readonly fields: readonly { readonly name: string; readonly kind: string; readonly type: string }[] }
    >
  >;
}

/**
 * Tables in an order in which they can be filled: whatever a row points at stands before it. A row points by a column that
 * is named after its relation, which a test reads in schema.prisma.
 */
export function inFillingOrder(models: readonly ModelName[]): ModelName[] {
  const { models: known } = (db as unknown as { readonly _runtimeDataModel: DataModel })._runtimeDataModel;
  const pointedAt = (model: ModelName) =>
    (known[model]?.fields ?? [])
      .filter(({ name, kind }) => kind === "object" && fieldsOf(model).includes(`${name}Id`))
      .map(({ type }) => type);
  const ordered: ModelName[] = [];
  let waiting = [...models];
  while (waiting.length > 0) {
    const ready = waiting.filter(
      (model) => !pointedAt(model).some((other) => other !== model && waiting.includes(other as ModelName)),
    );
    if (ready.length === 0) throw new Error(`${waiting.join(", ")} point at each other.`);
    ordered.push(...ready);
    waiting = waiting.filter((model) => !ready.includes(model));
  }
  return ordered;
}
