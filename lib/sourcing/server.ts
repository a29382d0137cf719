export { assessSourcing, recordSourcing, recordSourcingReaffirmed, type SourcingGiven } from "./mutations";
export { corroborationOf, corroborationWithin, latestSourcing, type Sourcing } from "./queries";
