// forms of a word that no ending shows, the plain form first
const FORMS =
  "grow grew grown|rise rose risen|fall fell fallen|go went gone|come came|take took taken|give gave given|see saw seen|know knew known|find found|think thought|say said|tell told|make made|hold held|stand stood|keep kept|leave left|lose lost|win won|pay paid|buy bought|sell sold|bring brought|build built|send sent|spend spent|lend lent|speak spoke spoken|break broke broken|steal stole stolen|write wrote written|drive drove driven|run ran|begin began begun|sing sang sung|swim swam swum|drink drank drunk|hear heard|sleep slept|feel felt|meet met|read|lead led|feed fed|teach taught|catch caught|fight fought|sit sat|eat ate eaten|throw threw thrown|draw drew drawn|fly flew flown|show shown|wear wore worn|choose chose chosen|forget forgot forgotten|hide hid hidden|die dying|lie lying lay lain|child children|man men|woman women|person people|foot feet|wife wives|life lives|half halves|mean meant|deal dealt|burn burnt|learn learnt|shoot shot|strike struck|become became|shake shook shaken|sink sank sunk|freeze froze frozen|good better best|bad worse worst|die death|arrive arrival|lose loss|pay payment|choose choice|grow growth|sell sale|succeed success|fail failure|poor poverty|deep depth|long length|strong strength|high height|close closure|close shut";

const PLAIN = new Map(
  FORMS.split("|").flatMap((forms) => {
    const [plain = "", ...others] = forms.split(" ");
    return others.map((other) => [other, plain] as const);
  }),
);

/** The plain form of an English word whose forms no ending shows; the word itself where there is none. */
export const plainForm = (word: string) => PLAIN.get(word) ?? word;
