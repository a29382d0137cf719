export { type Anything, findAnything } from "./anything";
export { listMeant, type Meant } from "./meant";
export {
  countHeld,
  type Facet,
  type Facets,
  facetStatements,
  facetStatementsOf,
  type Order,
  searchStatements,
} from "./queries";
