export { namesInByline } from "./byline";
export { familyWithParticle, type Name, spokenName } from "./model";
export { authorsOf, readSpeakerName, speakerNameOf, storeNames } from "./stored";
export { readNames, writeNames } from "./written";
