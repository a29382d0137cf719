/** Makes the data folder and makes sure that it can be written: its absolute path. @throws {PlainFailure} */
export function checkDataFolder(): string;

/** The key that names the actions of forms, the same over builds; made on first use. */
export function actionKey(): string;

/** Makes what stands in the data folder and what is written from now on the owner's alone: the secrets that others could read. */
export function keepPrivate(folder?: string): string[];
