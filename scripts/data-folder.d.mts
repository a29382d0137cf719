/** Makes the data folder and makes sure that it can be written: its absolute path. @throws {PlainFailure} */
export function checkDataFolder(): string;
