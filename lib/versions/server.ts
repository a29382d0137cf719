export { getVersion, type VersionDetail } from "./queries";
