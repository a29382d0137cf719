import { ARTICLE_ENDINGS } from "@/lib/imports";

/** What a browser offers where files are chosen: documents, and zips of them. */
export const BATCH_FILES = [...ARTICLE_ENDINGS, ".zip"].join();
