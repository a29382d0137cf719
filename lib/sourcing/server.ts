export { assessSourcing, recordSourcing, recordSourcingReaffirmed, type SourcingGiven } from "./mutations";
export {
  corroborationOf,
  corroborationWithin,
  findAssessedAlike,
  latestSourcing,
  type Sourcing,
} from "./queries";
