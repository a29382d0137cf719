export { annotatedDocx } from "./docx";
