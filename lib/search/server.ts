export { type Facet, type Facets, facetStatements } from "./queries";
