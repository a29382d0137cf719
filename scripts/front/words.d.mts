export function problemOf(status: number, detail: string): string;
export function toldToForm(message: string): string;
export function wordsPage(status: number, words: string): string;
