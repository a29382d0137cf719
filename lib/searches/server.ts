export { changeSearch, markSeen, removeSearch, renewFeed, saveSearch } from "./mutations";
export {
  findSearch,
  findSearchesByWords,
  findSearchOfFeed,
  listNew,
  listSearches,
  type SavedSearch,
} from "./queries";
