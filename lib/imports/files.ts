import { DOCUMENT_ENDINGS } from "@/lib/documents";

/** The endings of the files that an import reads. */
export const ARTICLE_ENDINGS: readonly string[] = [...DOCUMENT_ENDINGS, ".pdf", ".xhtml", ".json", ".jsonld"];

export const isArticleFile = (name: string): boolean =>
  ARTICLE_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));

/** Whether a file or folder is hidden, which programs keep for themselves, or the lock of an open document. */
export const isHiddenFile = (name: string): boolean => /^(?:\.|~\$|__MACOSX$)/u.test(name);
