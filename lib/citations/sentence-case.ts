// words that headlines capitalise and that are nobody's name; what is not among them keeps its capital, for a name set small is
// worse than a capital too many
const COMMON = new Set(
  `
  a about above accord across act action actions after again against ago ahead aid air all allow allows almost along also amid among an
  and another any are arms around as ask asks at attack attacks away back backs ban bans be became because been before begin begins
  behind being best better between beyond big bill blast blow border both break breaks bring brings build builds but by call calls came
  can cannot case cases ceasefire chance change changes charge charges chief children choose city claim claims clash clashes close
  closes come comes conflict could country court crisis cut cuts day days dead deadly deal deals death deaths debate decades decide deep
  defence defense demand demands deny denies despite did dies do does doing done door down draw dead draft during each early economy
  edge election elections end ends energy enough even ever every expect expects face faces fail fails fall falls far fear fears few
  fight fighting fights final find finds fire first five food for force forces foreign former forward four fresh from front fuel full future
  bread bridge budget harbour winter summer market markets water town river village island station prices
  gain gains gets getting give gives go goes going good got government governments great group groups grow growing grows growth had
  half halt halts hard has have he head heads health hear her here high him his hit hits hold holds home hope hopes hour hours house how
  human if impact in increase inside into is issue issues it its join joins just keep keeps key kill killed killing kills know known
  land large last late latest law laws lead leader leaders leads leave leaves left less let life light like likely line live lives long
  look looks lose loses loss lost low made major make makes making man many mark meet meeting meets men might military million
  minister ministers missing month months more most move moves much must my near need needs never new news next night no not nothing now
  of off offer offers officer official officials oil old on once one only onto open opens or order other others our out over own pact
  parents part parties party past pay peace people plan plans police policy political poor power presidential prime pressure price prices
  prison probe problem protest protests public push pushes put puts question questions quit quits raise raises rate rates reach reaches
  ready real reject rejects release remain remains report reports response return returns right rights rise rises rising risk road
  role rule rules run runs said sanctions save saw say saying says school schools sea seat second see seek seeks seen sees sell send
  sends set sets seven several shows shut side sign signs since situation six slow small so some soon spark sparks speak speaks spend
  split stage stall stalls stand stands start starts state statement states stay stays step steps still stop stops strike strikes
  strong such suggest suggests support supports surge take takes talk talks tax tell tells ten tensions term terms test than that the their
  them then there these they think third this those threat threaten threatens threats three through time times to today together
  told too top toward towards town trade trial troops truce turn turns two under until up urge urges us use used uses vote voters
  votes visit visits vow vows wait walk want wants war warn warning warnings warns wars was watch water way we week weeks well were what when where
  whether which while who why will win winning wins with within without woman women word words work worker workers works world worst
  would year years yet young you your
  `
    .trim()
    .split(/\s+/u),
);
COMMON.delete("us");

const ENDS_COMMON = /(?:ations?|ments?|ness|ingly|ally|fully)$/u;

/**
 * A headline set as a sentence, as APA 7 (6.17) and the other manuals of sentence case ask: the first word, the first behind a
 * colon, a dash or a stop, and names keep their capitals. A title that is not set like a headline stays as it is.
 */
export function sentenceCase(title: string, names: readonly string[] = []): string {
  const long = title.match(/\p{L}[\p{L}\p{M}'’]{3,}/gu) ?? [];
  const capitals = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  // of a sentence with many names half may have capitals
  if (long.length < 3 || capitals < long.length * 0.75) return title;
  const kept = new Set(names.flatMap((name) => name.match(/[\p{L}\p{M}'’-]+/gu) ?? []));
  return title.replace(/[\p{L}\p{M}\p{N}'’.-]+/gu, (word, at: number) => {
    const before = title.slice(0, at).trimEnd();
    const isFirst = before === "" || /[:.?!—–“‘"(]$/u.test(before);
    if (isFirst || kept.has(word) || !/^\p{Lu}[\p{Ll}'’-]*$|^A$|^I$/u.test(word) || word === "I") return word;
    const small = word.toLowerCase();
    const isPossessive = /['’]s$/u.test(small);
    const isCommon = small.split("-").every((part) => COMMON.has(part) || ENDS_COMMON.test(part));
    return isCommon && !isPossessive ? small : word;
  });
}
