export { drawPicture, tagOf } from "./drawn";
