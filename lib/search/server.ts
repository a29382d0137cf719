export { countHeld, type Facet, type Facets, facetStatements } from "./queries";
