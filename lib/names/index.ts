export { namesInByline } from "./byline";
export { familyWithParticle, givenWithParticle, type Name, type PersonInParts, spokenName } from "./model";
export { authorsOf, readSpeakerName, speakerNameOf, storeNames } from "./stored";
export { readNames, writeNames } from "./written";
