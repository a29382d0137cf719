export { assessSourcing, recordSourcing, type SourcingGiven } from "./mutations";
export { corroborationOf, corroborationWithin, latestSourcing, type Sourcing } from "./queries";
