// what somebody holds, and what somebody is: one person has one of a kind at a time more often than not
const OFFICES =
  "ceo mayor minister president premier chancellor secretary treasurer chair chairman chairwoman chairperson director manager head chief executive judge prosecutor lawyer attorney senator governor captain coach inspector commissioner leader councillor congressman congresswoman representative spokesman spokeswoman spokesperson ambassador bishop principal rector superintendent sheriff ombudsman founder owner referee editor landrat landrätin bürgermeister bürgermeisterin minister ministerin präsident präsidentin kanzler kanzlerin richter richterin trainer trainerin alcalde alcaldesa ministro ministra presidente presidenta juez jueza entrenador directora";
const CALLINGS =
  "engineer mathematician biologist chemist physicist historian economist builder teacher baker farmer fisherman carpenter architect rower nurse surgeon pilot driver painter writer singer actor analyst accountant plumber geologist dentist";
const OTHERS = new Set(
  "pensioner survivor witness resident victim driver neighbour neighbor expert worker student pupil parent mother father customer passenger patient tenant landlord official officials police residents experts critics doctors scientists researchers researcher activist campaigner tourist voter shopkeeper owner coroner official ministry council government company report minister spokesman".split(
    " ",
  ),
);
/** Offices and callings, each a set of words. */
export const KINDS = [OFFICES, CALLINGS].map((words) => new Set(words.split(" ")));

/** Whether a word says what somebody is or holds, and is no name. */
export const isRoleWord = (word: string) => KINDS.some((kind) => kind.has(word)) || OTHERS.has(word);
