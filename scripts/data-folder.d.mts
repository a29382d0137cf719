/** Makes the data folder and makes sure that it can be written: its absolute path. @throws {PlainFailure} */
export function checkDataFolder(): string;

/** The key that names the actions of forms, the same over builds; made on first use. */
export function actionKey(): string;

/** Makes what stands in the data folder readable by its owner alone, and what this process writes from now on. */
export function keepPrivate(folder?: string): void;
