import { foldForSearch } from "@/lib/text";

/** What a column of a table can hold, in the order in which it is offered, and the names that such columns go by. */
const VOCABULARY = [
  field("wording", "Wording", [
    "wording|quote|quotes|quotation|statement|words|exact words|exact quote|verbatim|quote text|text of quote|text|what was said",
    "zitat|zitate|wortlaut|aussage|äußerung|o ton|zitattext|citation|propos|verbatim|déclaration|texte",
    "cita|citas|declaración|frase|palabras|citazione|dichiarazione|virgolettato|citação|declaração|fala|citaat|uitspraak|quote tekst",
    "alıntı|söz|sözler|açıklama|цитата|высказывание|слова|цитати|اقتباس|الاقتباس|تصريح|التصريح|نقل قول|گفته|بیان|وینا",
  ]),
  field("speaker", "Speaker", [
    "speaker|who|said by|name|person|quoted|quoted person|who said it|attributed to|speaker name|name of speaker|interviewee|source person",
    "sprecher|sprecherin|wer|person|urheber|zitierte person|zitierter|gesagt von|locuteur|locutrice|qui|personne|auteur de la citation|nom",
    "hablante|quién|persona|quien lo dijo|nombre|dichiarante|chi|nome|orador|quem|pessoa|autor da citação|spreker|wie|naam",
    "konuşmacı|kim|kişi|ad|кто|спикер|имя|автор цитаты|говорящий|المتحدث|القائل|الاسم|گوینده|نام|مقرر|کس نے کہا|ویونکی|نوم",
  ]),
  field("speakerKind", "Kind of speaker", [
    "kind of speaker|speaker kind|speaker type|type of speaker|art des sprechers|sprecherart|type de locuteur|tipo de hablante|tipo di parlante",
  ]),
  field("role", "Role", [
    "role|position|function|job title|job|office|affiliation|speaker role|speaker title|title of speaker|designation|role then",
    "funktion|rolle|amt|position|beruf|fonction|qualité|poste|rôle|cargo|función|puesto|carica|ruolo|função|functie|rol",
    "görev|unvan|должность|роль|посада|المنصب|الصفة|الوظيفة|عہدہ|منصب|سمت|دنده",
  ]),
  field("form", "Form (direct, mixed, indirect)", [
    "form|quote type|type of quote|direct indirect|direct or indirect|direct|zitatform|zitatart|art|redeform|type de citation|forme|tipo de cita|tipo di citazione|вид цитаты",
  ]),
  field("saidOn", "Date said", [
    "date|date said|said on|day|when|quote date|date of quote|date of statement|statement date|spoken on",
    "datum|gesagt am|tag|wann|datum der aussage|jour|quand|date de la citation|date des propos|fecha|cuándo|fecha de la cita|data|quando|wanneer|tarih",
    "дата|когда|дата высказывания|التاريخ|تاريخ|متى|تاریخ|نېټه",
  ]),
  field("place", "Place", [
    "place|location|where|city|ort|wo|lieu|où|lugar|dónde|ciudad|luogo|dove|local|onde|cidade|plaats|waar|yer|место|где|місце|المكان|أين|مکان|جگہ|مقام|ځای",
  ]),
  field("event", "Occasion", [
    "event|occasion|setting|anlass|ereignis|veranstaltung|événement|occasion|evento|ocasión|acto|occasione|ocasião|gelegenheid|gebeurtenis|olay|etkinlik|событие|повод|подія|المناسبة|الحدث|رویداد|موقع|پېښه",
  ]),
  field("addressee", "Told to", [
    "addressee|audience|told|told to|said to|to whom|adressat|gesagt zu|gegenüber|an wen|destinataire|à qui|destinatario|a quién|a chi|destinatário|a quem|geadresseerde|tegen wie|muhatap|адресат|кому|المخاطب|مخاطب",
  ]),
  field("context", "Context (why, about what)", [
    "context|background|surrounding|zusammenhang|kontext|hintergrund|contexte|contexto|contesto|bağlam|контекст|السياق|زمینه|سیاق",
  ]),
  field("title", "Title of the source", [
    "source title|article title|title|headline|article|document|source|source name|title of source|report",
    "titel|quelle|artikel|schlagzeile|überschrift|beitrag|titel der quelle|titre|article|titre de l article|título|fuente|titular|artículo|titolo|fonte|articolo|manchete|bron|kop",
    "kaynak|başlık|источник|заголовок|статья|джерело|المصدر|العنوان|عنوان|منبع|ماخذ|سرچینه|سرلیک",
  ]),
  field("outlet", "Outlet", [
    "outlet|publication|publisher|newspaper|medium|media|media outlet|news outlet|paper|magazine|station|source outlet",
    "zeitung|herausgeber|publikation|medien|sender|média|journal|éditeur|publication|medio|periódico|diario|editorial|testata|giornale|veículo|jornal|krant|uitgever",
    "gazete|yayın|издание|сми|газета|видання|الصحيفة|الوسيلة|الناشر|رسانه|روزنامه|اخبار|ادارہ|رسنۍ",
  ]),
  field("author", "Byline", [
    "author|byline|reporter|journalist|writer|source author|article author|written by",
    "autor|autorin|verfasser|journalistin|auteur|journaliste|periodista|autore|giornalista|jornalista|yazar|muhabir|автор|журналист|репортер|الكاتب|الصحفي|نویسنده|خبرنگار|مصنف|صحافی|لیکوال",
  ]),
  field("publishedOn", "Published on", [
    "published|published on|publication date|date published|article date|pub date|pubdate|source date|date of publication|source published on|date of article",
    "veröffentlicht|veröffentlicht am|erschienen|erschienen am|erscheinungsdatum|publié le|date de publication|publicado|publicado el|fecha de publicación|pubblicato|data di pubblicazione|data de publicação|gepubliceerd|publicatiedatum",
    "yayın tarihi|дата публикации|опубликовано|تاريخ النشر|تاریخ انتشار|تاریخ اشاعت",
  ]),
  field("address", "Web address of the source", [
    "source address|url|link|address|web address|web|href|source url|source link|article url|weblink",
    "webadresse|adresse|lien|enlace|dirección|indirizzo|collegamento|endereço|bağlantı|адрес|ссылка|посилання|الرابط|پیوند|لینک|لنک|پته",
  ]),
  field("page", "Page", [
    "page|pages|page number|page no|pp|p|seite|seiten|s|página|pagina|pág|sayfa|страница|стр|сторінка|الصفحة|صفحة|صفحه|صفحہ|مخ",
  ]),
  field("language", "Language of the words", [
    "language|lang|quote language|sprache|langue|idioma|lengua|lingua|língua|taal|dil|язык|мова|اللغة|زبان|ژبه",
  ]),
  field("originalWording", "Original wording, where this is a translation", [
    "original wording|original|original quote|original text|originalzitat|originalwortlaut|texte original|original en|cita original|testo originale|оригинал|النص الأصلي",
  ]),
  field("originalLanguage", "Language of the original", [
    "original language|originalsprache|langue originale|idioma original|lingua originale|язык оригинала|اللغة الأصلية",
  ]),
  field("note", "Note for the desk (becomes a comment)", [
    "note|notes|comment|comments|remark|remarks|internal note|notiz|notizen|bemerkung|anmerkung|kommentar|remarque|remarques|commentaire|nota|notas|comentario|osservazione|commento|observação|comentário|opmerking|not|notlar",
    "примечание|заметка|комментарий|примітка|ملاحظة|ملاحظات|یادداشت|نوٹ|تبصره",
  ]),
  field("key", "Key of the row", [
    "id|key|row id|quote id|no|nr|number|ref|reference|identifier|row|nummer|kennung|schlüssel|lfd nr|numéro|identifiant|número|clave|código|numero|codice|id no|номер|код|الرقم|المعرف|شناسه|شماره|شمېره",
  ]),
] as const;

export type FieldKey = (typeof VOCABULARY)[number]["key"];

export const FIELDS: readonly { readonly key: FieldKey; readonly label: string }[] = VOCABULARY.map(
  ({ key, label }) => ({ key, label }),
);
export const FIELD_KEYS: readonly FieldKey[] = VOCABULARY.map(({ key }) => key);

/** What a column that is not brought is called in a mapping. */
export const NO_FIELD = "none";
export type ColumnMeaning = FieldKey | typeof NO_FIELD;

export const labelOfField = (key: FieldKey) => FIELDS.find((one) => one.key === key)?.label ?? key;

function field<K extends string>(key: K, label: string, names: readonly string[]) {
  return { key, label, names: names.flatMap((list) => list.split("|")) };
}

/** The name of a column as names are compared: "Date_said (UTC)" and "date said" are one. */
export function headerKey(name: string): string {
  return foldForSearch(name.slice(0, 200).replace(/([\p{Ll}\d])(?=\p{Lu}\p{Ll})/gu, "$1 "))
    .replace(/[([{].*$/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const BY_NAME = new Map<string, FieldKey[]>();
for (const { key, names } of VOCABULARY) {
  for (const name of [...names, key]) {
    const folded = headerKey(name);
    BY_NAME.set(folded, [...new Set([...(BY_NAME.get(folded) ?? []), key])]);
  }
}

/**
 * The fields that a column of this name may hold, the likeliest first, and how surely from 0 to 3: a name of several words
 * tells more than a word, and a word within a longer name least.
 */
export function fieldsNamed(header: string): readonly { readonly key: FieldKey; readonly score: number }[] {
  const name = headerKey(header);
  const exact = BY_NAME.get(name);
  if (exact) return exact.map((key, index) => ({ key, score: (name.includes(" ") ? 3 : 2) - index * 0.4 }));
  const words = name.split(" ");
  const found = new Map<FieldKey, number>();
  for (let from = 0; from < Math.min(words.length, 8); from++) {
    for (let to = Math.min(words.length, from + 4); to > from; to--) {
      for (const key of BY_NAME.get(words.slice(from, to).join(" ")) ?? []) {
        const score = 0.6 + 0.3 * (to - from);
        if ((found.get(key) ?? 0) < score) found.set(key, score);
      }
    }
  }
  return [...found].map(([key, score]) => ({ key, score })).sort((one, other) => other.score - one.score);
}
