export { type Picture, pictureOfClaim, pictureOfSpeaker, pictureOfStatement, pictureOfStory } from "./model";
export { HEIGHT_PX, WIDTH_PX } from "./size";
