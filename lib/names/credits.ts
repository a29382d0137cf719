const WORK =
  "words|text|story|report(?:ing|ed)?|written|writing|analysis|opinion|commentary|compiled|exclusive|interview(?:ed)?|additional reporting|report|essay|statement|remarks|column|posted|published|updated|produced|presented|hosted|" +
  "submitted|contributed|review|dispatch|letter|feature|profile|article|briefing|speech|address|press release|from an interview";
const LEADS = new RegExp(
  `^(?:(?:an?\\s+)?(?:(?:with\\s+|guest\\s+|special\\s+)?(?:${WORK})\\s+)?(?:by|from(?<=additional reporting from))|from|follow|authors?|reporter|words|text|story|as told to)(?:\\s*[:–—]\\s*|\\s+(?=\\P{Ll}|the\\s|our\\s))|^(?:${WORK})\\s*:\\s*`,
  "iu",
);
// with one word more these may be a given name: Von Miller
const FOREIGN_LEADS = /^(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|[Dd]oor|[Aa]v)\s+(?=\p{Lu}\S*\s+\p{L})/u;
// behind a colon nothing is a name; the words of Arabic, Persian, Urdu, Hebrew, Russian, Chinese and Japanese newspapers
const NAMED_LEADS =
  /^(?:(?:reporters|contributors|von|par|por|di|door|av|texte?|texto|testo|tekst|auteurs?|autor(?:a|es)?|autore|propos recueillis par|entrevista de|intervista di|بقلم|كتب(?:ت)?|إعداد|نویسنده|گزارش|تحریر|מאת|автор(?:ы)?|текст|撰文|作者|文|取材)\s*[:：/／]\s*|(?:(?:(?:ein|eine)\s+)?(?:interview|analyse|kommentar|reportage|gastbeitrag|essay|kolumne|porträt|bericht|protokoll)\s+von|(?:entretien|interview)\s+réalisée?\s+par|(?:propos\s+)?recueillis? par|(?:本报|本報|特派)?(?:记者|記者)|بقلم|מאת)\s+)/iu;
// what a newspaper prints of its people in French, Italian, Spanish, Portuguese, German, Dutch
const CORRESPONDENT =
  "correspondante?s?|envoyée?s?(?:\\s+spécia(?:le?s?|ux))?|inviat[oaie]|corrispondent[ei]|corresponsal(?:es)?|enviad[oa]s?(?:\\s+especial(?:es)?)?|correspondentes?|korrespondent(?:en|in(?:nen)?)?|redakteur(?:e|in(?:nen)?)?|verslaggever|verslaggeefster|redacteur";
const ELSEWHERE = new RegExp(`(?<!\\p{L})(?:${CORRESPONDENT}|reporting\\s+from)(?!\\p{L})`, "iu");
// "De notre correspondant à Moscou, Benoît Vitkine", "dal nostro inviato", "Van onze correspondent"
const OUR_LEADS = new RegExp(
  `^(?:de\\s+notre|dal(?:la)?\\s+nostr[oa]|de\\s+nuestr[oa]|do\\s+nosso|da\\s+nossa|von\\s+unser(?:em|er)|van\\s+onze)\\s+(?:${CORRESPONDENT})(?:\\s+(?:à|au|en|aux|a|in|da|em|aus)\\s+[\\p{L}-]+(?=,))?\\s*[,:]?\\s+(?=\\S+\\s+\\S)`,
  "iu",
);
const IN_BRACKETS = new RegExp(`\\s*\\((?=[^()]*(?<!\\p{L})(?:${CORRESPONDENT})(?!\\p{L}))[^()]*\\)`, "giu");
// looked for in the last word alone, and once: at each of its letters anew, a long one would take the cube of its length
const TRAIL = /[\p{L}\p{N}._%+-]*(?<=[\p{L}\p{N}._%+-])@(?=\S+?\.\S)|https?:\/\/\S/iu;
// who is named behind these wrote none of it
const NOT_WRITTEN =
  "edit(?:ing|ed)|photo(?:graph(?:s|ed)?)?s?|photography|pictures?|graphics?|translat(?:ions?|ed)|video|illustrat(?:ions?|ed)|fotos?|bild(?:er)?";
const OTHER_CREDIT = new RegExp(
  `(?:^|[\\s.,;(–—-]+)(?:(?:${NOT_WRITTEN})(?:\\s+from\\s+(?:the\\s+)?\\p{Lu}\\p{L}+)?\\s*(?:by\\b|:)|(?<!^)as told to\\b)[^;|]*`,
  "giu",
);
const BEHIND =
  /\s*\((?:ret(?:\.|d|ired)|res(?:\.|erve)?|words|text|story|reporting|ed\.|eds\.|trans\.|editor|compiler)\)|\s*(?:,|and|&)?\s*[\p{L}.’'-]+(?:\s+[\p{L}.’'-]+){1,2}\s*\((?:photo(?:graph)?s?|photography|pictures?|graphics?|illustrations?|video|translation)\)/giu;

// for whom somebody wrote, and who passed it on: neither is a name of who wrote
const SPECIAL_BEFORE = /^special(?:ly)? (?:to|for) .+? by\s+(?=\p{Lu})/iu;
const SPECIAL = /(?:^|[\s,;/|(–—-]+)special(?:ly)? (?:to|for) (?:the\s+)?[^,;/|]+$/iu;
const VIA = /\s+via\s+(?:\p{Lu}[\p{L}.]*\s*){1,3}(?=$|[,;/|])/gu;

const AND_OTHERS = /\s*,?\s*(?:(?:and|&)\s+(?:others|colleagues|co-?authors)|et al\.?)$/iu;
const NOBODY = /^(?:n\/?a|none|unknown(?: author)?|no (?:author|byline)|null|undefined|[-–—.]+)$/iu;

/** A byline without what leads to it, what credits others than who wrote it, and signs that are of no name. */
export function tidyByline(byline: string): string {
  let text = byline
    .normalize("NFC")
    .replace(/[\u200b\u200e\u200f\u2060\u2066-\u2069\ufeff]/gu, "")
    .replace(/\s*،/gu, ",")
    .replace(/\s*؛/gu, ";")
    .replace(/、/gu, ", ")
    .replace(/\s+/gu, " ")
    .trim();
  // in capitals the small words are no names either
  if (/\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text))
    text = text.replace(/(?<=\s)(?:AND|WITH|ET|UND|Y|IN|FOR|FROM)(?=\s)/gu, (word) => word.toLowerCase());
  text = text
    .replace(OUR_LEADS, "")
    .replace(IN_BRACKETS, "")
    .replace(OTHER_CREDIT, "")
    .replace(BEHIND, "")
    .replace(AND_OTHERS, "");
  text = text.replace(SPECIAL_BEFORE, "").replace(SPECIAL, "").replace(VIA, "");
  if (NOBODY.test(text)) return "";
  text = withoutAddress(withoutLead(text).replace(FOREIGN_LEADS, ""));
  return text.replace(/^[\s:–—,;.]+|[\s:–—,;]+$/gu, "");
}

/** Without the address that it ends in, of a mailbox or of a page. */
function withoutAddress(text: string): string {
  const last = text.lastIndexOf(" ") + 1;
  const at = text.slice(last).search(TRAIL);
  return at === -1 ? text : text.slice(0, last + at).replace(/\s*[,;|–—-]?\s*$/u, "");
}

/** Whether a language other than English says what somebody is for their newspaper, or English where from they report. */
export function isRoleElsewhere(text: string): boolean {
  return ELSEWHERE.test(text);
}

/** Without "By", "Reporting by", "Автор:". */
export function withoutLead(text: string): string {
  return text.replace(NAMED_LEADS, "").replace(LEADS, "");
}
