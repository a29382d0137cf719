import { describe, expect, test } from "vitest";
import { directionOf, guessLanguage, languageCode, languageOfWords } from "./languages";

describe("guessLanguage", () => {
  test.each([
    ["en", "The minister said on Tuesday that the talks had failed and that nobody was to blame."],
    ["en", "“Yes,” she said, and left the room with the others."],
    ["de", "Der Minister sagte am Dienstag, dass die Gespräche gescheitert seien und niemand schuld ist."],
    ["es", "El ministro dijo el martes que las conversaciones no habían fracasado por culpa de nadie."],
    ["fr", "Le ministre a dit mardi que les pourparlers ont échoué et que ce n’est la faute de personne."],
    ["it", "Il ministro ha detto martedì che i colloqui non sono falliti per colpa della delegazione."],
    ["pt", "O ministro disse na terça-feira que as conversas não foram em vão e que há mais para fazer."],
    ["nl", "De minister zei dinsdag dat het overleg niet mislukt is en dat er een nieuwe ronde komt."],
    ["tr", "Bakan, görüşmelerin çok daha uzun süreceğini ve bunun için bir heyet kurulacağını dedi."],
    ["ur", "وزیر نے منگل کو کہا کہ مذاکرات ناکام ہو گئے ہیں اور کوئی ذمہ دار نہیں۔"],
    ["ps", "وزیر د سه شنبې په ورځ وویل چې خبرې اترې ناکامې شوې او هیڅوک ګرم نه دي. ښه ده."],
    ["fa", "وزیر روز سه‌شنبه گفت که گفتگوها شکست خورده است و هیچ کس مقصر نیست."],
    ["ar", "قال الوزير يوم الثلاثاء إن المحادثات فشلت وإن أحدا لا يتحمل المسؤولية."],
    ["he", "השר אמר ביום שלישי שהשיחות נכשלו ושאף אחד אינו אשם."],
    ["ru", "Министр сказал во вторник, что переговоры провалились."],
    ["uk", "Міністр сказав у вівторок, що переговори провалилися, і ніхто не винен."],
    ["hi", "मंत्री ने मंगलवार को कहा कि वार्ता विफल रही।"],
    ["zh", "部长周二表示谈判已经破裂，没有人应负责任。"],
    ["ja", "大臣は火曜日、交渉は失敗したと述べた。"],
    ["ko", "장관은 화요일 협상이 실패했다고 말했다."],
    ["el", "Ο υπουργός είπε την Τρίτη ότι οι συνομιλίες απέτυχαν."],
  ])("%s: %s", (language, text) => {
    const guess = guessLanguage(text);
    expect(guess?.language).toBe(language);
    expect(guess?.because).not.toBe("");
  });

  test("says what shows it", () => {
    expect(guessLanguage("Der Minister sagte, dass er nicht geht.")?.because).toMatch(
      /^\*\S+\*, .* are words of German$/u,
    );
    expect(guessLanguage("وزیر نے کہا کہ ٹھیک ہے ہم تیار ہیں")?.because).toContain("are letters of Urdu");
  });

  test.each(["", "1234 5678", "Xyzzy Qwrt.", "…"])("of %j it says nothing", (text) => {
    expect(guessLanguage(text)).toBeNull();
  });

  test("an English text with an Urdu sentence in it is English, and the sentence is Urdu", () => {
    const urdu = "ہم تیار ہیں اور کوئی نہیں روک سکتا";
    expect(
      guessLanguage(`The minister said that “${urdu}” was what he had said to the crowd on Monday.`)
        ?.language,
    ).toBe("en");
    expect(languageOfWords(`“${urdu}”`, "en")).toBe("ur");
    expect(languageOfWords("“We are ready and we have said it to the world”", "ur")).toBe("en");
    expect(languageOfWords(`“${urdu}”`, "ps")).toBe("ps");
    expect(languageOfWords("“NATO”", "de")).toBe("de");
  });
});

test.each([
  ["Urdu", "ur"],
  ["urdu", "ur"],
  ["ur", "ur"],
  ["pt-br", "pt-BR"],
  ["Pashto", "ps"],
  ["Klingonish of the north", null],
  ["xx", null],
  ["", null],
])("the code of %j is %j", (typed, code) => expect(languageCode(typed)).toBe(code));

test.each([
  ["We go.", "en", "ltr"],
  ["ہم جا رہے ہیں۔", "ur", "rtl"],
  ["NATO نے کہا کہ ہم تیار ہیں", "ur", "rtl"],
  ["NATO and EU: ہم تیار ہیں", "ur", "rtl"],
  ["سلام is what he said to the crowd", "en", "ltr"],
  ["We go.", "ur", "ltr"],
  ["שלום", "", "rtl"],
  ["12:30 — …", "ur", "auto"],
])("%s in %j runs %s", (text, language, direction) => expect(directionOf(text, language)).toBe(direction));
