export { assessSourcing, recordSourcing, recordSourcingReaffirmed, type SourcingGiven } from "./mutations";
export {
  corroborationOf,
  corroborationWithin,
  findAssessedAlike,
  latestSourcing,
  latestSourcingOfEach,
  listGradesOfOutlet,
  type Sourcing,
} from "./queries";
