export { listPrinted, listPrintings, MOST_PRINTINGS, type PrintedStatement } from "./queries";
