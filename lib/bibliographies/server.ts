export { bibliographyText } from "./file";
export { checkBibliography } from "./queries";
export { refreshBibliography } from "./refresh";
