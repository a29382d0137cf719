export { assessSourcing, recordSourcing, recordSourcingReaffirmed, type SourcingGiven } from "./mutations";
export {
  corroborationOf,
  corroborationWithin,
  findAssessedAlike,
  latestSourcing,
  latestSourcingOfEach,
  type Sourcing,
} from "./queries";
