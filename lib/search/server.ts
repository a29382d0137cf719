export { countHeld, type Facet, type Facets, facetStatements, searchStatements } from "./queries";
