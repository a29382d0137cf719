export { listMeant, type Meant } from "./meant";
export { countHeld, type Facet, type Facets, facetStatements, searchStatements } from "./queries";
