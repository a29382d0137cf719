export { findChangesSince, getVersion, type VersionDetail } from "./queries";
