export { changeSearch, markSeen, removeSearch, renewFeed, saveSearch } from "./mutations";
export { findSearch, findSearchOfFeed, listNew, listSearches, type SavedSearch } from "./queries";
