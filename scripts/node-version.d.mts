/** Refuses a Node that is older than package.json asks. @throws {PlainFailure} */
export function checkNode(version?: string): void;
