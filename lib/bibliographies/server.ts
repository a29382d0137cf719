export { textApart as bibliographyText } from "./apart";
export { checkBibliography } from "./queries";
export { refreshBibliography } from "./refresh";
