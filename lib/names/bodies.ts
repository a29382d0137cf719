const words = (list: string) => new Set(list.trim().split(/\s+/u));

/** What stands alone as the name of a body, and beside another name as the place where somebody works. */
const KNOWN = new Set(
  `
  reuters|thomson reuters|associated press|the associated press|ap|afp|agence france-presse|agence france presse|al jazeera
  al jazeera english|al jazeera staff|al arabiya|bbc|bbc news|bbc world service|bbc persian|bbc pashto|cnn|nbc|nbc news|abc|abc news|cbs
  cbs news|pbs|npr|dpa|ansa|efe|tass|interfax|xinhua|kyodo|yonhap|pti|ani|ians|upi|bloomberg|bloomberg news|anadolu|anadolu agency|ap news
  dw|deutsche welle|voa|voice of america|rfe/rl|radio free europe|france 24|rfi|dawn|the guardian|the observer|tolonews|tolo news
  pajhwok|khaama press|ariana news|amu tv|the hindu|haaretz|le monde|el país|el pais|der spiegel|die zeit|politico|axios|vox|npr news
  the new york times|new york times|washington post|the washington post|wall street journal|the wall street journal|financial times|the economist
  human rights watch|amnesty international|united nations|world bank|world health organization|european union|african union
  save the children|international monetary fund|islamic state|red cross|red crescent|human rights commission
  hamas|hezbollah|taliban|nato|opec|unicef|unesco|unhcr|unama|acled|oxfam|greenpeace|interpol|europol|isw|msf|icrc|wikileaks|bellingcat
  o globo|folha de s.paulo|folha de são paulo|estadão|da redação|redação|redacción|la redacción|la rédaction|redazione|el universal|clarín
  la nación|el tiempo|el mercurio|corriere della sera|la repubblica|la stampa|anadolu ajansı|svenska dagbladet|dagens nyheter|aftenposten
  politiken|de volkskrant|nrc|le soir|le figaro|libération|mediapart|süddeutsche zeitung|die welt|der standard|nzz|premium times
  daily nation|mail & guardian|daily maverick|punch|the punch|addis standard|asahi shimbun|mainichi shimbun|yomiuri shimbun|nikkei|nhk
  straits times|rappler|tempo|kompas|abc australia|rnz|stuff|sinn féin|fatah|likud|frente polisario|polisario|al-shabaab|boko haram|m23
  رويترز|فرانس برس|أ ف ب|الجزيرة|العربية|سبوتنيك|وكالة الأناضول|وفا|سانا|ایرنا|تسنیم|فارس|رویترز|رائٹرز|اے ایف پی|ڈان
  רויטרס|הארץ|тасс|риа новости|интерфакс|рейтер|укрінформ|коммерсантъ|медуза|新华社|新華社|中新社|人民日报|共同社|共同通信|路透社|法新社|美联社|연합뉴스
  getty|getty images|epa|shutterstock|alamy|zuma press|sipa press|imago|islamic jihad|te papa
  casa rosada|casa blanca|ritzau|ukrinform|ria novosti|tt nyhetsbyrån|apa|irna|tasnim|bernama|ipsos mori|goldman sachs|morgan stanley|wells fargo|standard chartered|rolls-royce|forensic architecture|c-span|meduza|élysée
  propublica|white house|the white house|kremlin|the kremlin|pentagon|the pentagon|downing street|state department|knesset|bundestag
  `
    .split(/[|\n]/u)
    .map((name) => name.trim())
    .filter(Boolean),
);

// no person is called so, whatever stands beside it
const OF_BODIES = words(`
  academies academy administration agencies agency alliance alliances association associations associates authority authorities board brigade brigades
  broadcasting bureau cabinet campaign caucus center centre chamber charity coalition college command commission committee
  community company companies confederation conference congress consortium consulate corporation corps council courts crescent
  data delegation department desk directorate editorial editors embassy enterprises factbox federation firm forum foundation
  front gazette government governorate headquarters herald initiative initiatives institute institution institutions
  insurgents intelligence investigations laboratory league legislature magazine media militia ministries ministry mission
  monitor movement museum network news newsdesk newspaper newspapers newsroom newswire observatory office officials
  organisation organization organisations organizations parliament partners partnership party police program programme project
  publications publishers radio regime reporter reporters republic research resistance rights secretariat senate service services
  society staff studies survey syndicate team television times tribunal tribune troops trust tv union unions unit
  university watch wire worker workers writer writers correspondent correspondents army navy militants rebels council club
  collective journal review weekly daily online digital website blog podcast channel station forces groups group international
  ministère ministerio ministerium agentur redaktion rédaction redacción agencia agence universität université universidad
  institut instituto fondation fundación stiftung partei parti partido verband verein zeitung nachrichten gmbh inc ltd llc plc llp
  safety conservation climate food energy welfare protection security science sciences conflict violence health education
  resources animal environmental environment disaster trade finance economic economics policy politics defence defense planning
  development transport agriculture agricultural fisheries labour labor technology medicine engineering crisis aid relief
  humanitarian refugee refugees migration freedom democracy liberties affairs strategic inspection
  reports shimbun dagbladet tidningen posten avisen gazeta diario diário jornal periódico giornale courant ajansı
  agenzia redazione redação ministério ministero secretaría secretaria comité comitê comissão comisión commissione associação asociación
  associazione sindicato syndicat gewerkschaft bundesministerium bundesagentur kammer frente movimiento movimento mouvement tribes
  nations cooperative brotherhood coalición república assembleia assemblée asamblea congreso cámara câmara sénat
  kollektiv amt palacio palais palazzo governo gobierno gouvernement regierung regeringen
  relations nyhetsbyrån agencias agências agences agenzie agenturen palace
  embajada ambassade botschaft policía polícia gendarmerie médecins frontières ombudsman ombudsmannen riksdag storting folketing
  hospital hospitals ambulance infirmary clinic clinics library gallery theatre images
  ora kotahi kōkiri kokiri tamariki pāti tongarewa rūnanga runanga hauora wānanga
  shabaab dewan partai kementerian yayasan perserikatan jamaat tehreek majlis
  contributors commentators columnists analysts activists residents sources officials lawmakers citizens villagers doctors
  journalists women workers farmers students mothers families friends scientists teachers nurses lawyers
`);

// bodies begin so; nobody's given name
const OPENS_BODY = words(`
  the united national royal federal international european american british world global african asian arab islamic human
  amnesty central supreme save transparency foreign general central free greater islamic joint armed armed-forces our your
  palestinian israeli afghan pakistani indian iranian russian ukrainian chinese french german turkish syrian iraqi yemeni
  democratic republican conservative liberal labour socialist communist communists people's peoples' red white interior defence
  defense health state public civil military high ministry department office bureau council committee centre center institute
  university bank court house embassy school union society association federation radio television tv special web city
`);

// surnames as well: of a body only where no common given name stands before them
const ALSO_SURNAMES = words(`
  press cross house court power post church hall bank banks force fund guard page state times post wall fields law
  church temple mercy justice hope trust young club front tribe nation
`);

const GIVEN = words(`
  adam alan alex alexander ali amy andrew angela ann anna anne anthony barbara ben benjamin bill bob brian carol caroline
  catherine charles charlotte chris christine christopher claire dan daniel david deborah donald edward elizabeth emily emma eric
  eyal francis frank gary george grace hannah harry helen henry ian isabel jack jacob james jane janet jason jean jeff jennifer
  jessica jim joe john jonathan joseph joshua julia julie karen kate katherine keith kenneth kevin larry laura laurence linda lisa louise
  lucy margaret maria mark martin mary matthew michael mike nancy nicholas nick nicole olivia pamela patricia patrick paul peter
  philip rachel rebecca richard robert roger ruth ryan sally sam samantha samuel sandra sara sarah scott sharon simon sophie
  stephen steve steven stuart susan thomas tim timothy tom tony victoria walter wendy william zoe laurens harriet alice wyatt
`);

// newspapers that became one: "Post-Dispatch"; people who are called so have one of the two at most
const OF_PAPERS = words(`
  post times star sun journal herald news tribune gazette dispatch courier union democrat picayune constitution sentinel
  intelligencer leader telegraph chronicle record press observer advocate mail express examiner standard
`);

// names that their bearers print small
const SMALL_GIVEN = words("bell danah adrienne");
const SMALL_INITIALS = /^(?:\p{Ll}\.)+$/u;

// a body's branch is named by its country; those that are names of people as well are not here
const COUNTRIES = words(`
  afghanistan albania algeria angola argentina armenia australia austria azerbaijan bangladesh belarus belgium bolivia botswana brazil
  bulgaria cambodia cameroon canada chile china colombia croatia cyprus denmark ecuador egypt eritrea estonia ethiopia finland gaza
  germany ghana greece guatemala haiti honduras hungary iceland indonesia iran iraq italy japan kazakhstan kenya kosovo kuwait laos
  latvia lebanon liberia libya lithuania malaysia mali mexico moldova mongolia morocco mozambique myanmar namibia nepal nicaragua
  nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda senegal serbia
  singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan tanzania thailand tunisia turkey uganda
  ukraine uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe africa asia europe uk usa
`);

// between two words of a person's name none of these stands
const BETWEEN = /\s(?:of|for|on|against|without|to|at|sans|pour|für|para|über|des|with)\s/iu;

/** Whether this is known to be a body's name, so that beside a person's it says where they work. */
export function isKnownBody(text: string): boolean {
  const key = text.toLowerCase();
  return KNOWN.has(key) || KNOWN.has(key.replace(/^the\s/u, ""));
}

/** Whether a word is somebody's given name and no more. */
export function isGiven(text: string): boolean {
  return GIVEN.has(text.toLowerCase());
}

/** Whether a name is printed small as a person's: "bell hooks", "k.d. lang". */
function isPrintedSmall(all: readonly string[]): boolean {
  const [first = ""] = all;
  if (all.length > 4 || !all.every((word) => /^\p{Ll}/u.test(word))) return false;
  return GIVEN.has(first) || SMALL_GIVEN.has(first) || SMALL_INITIALS.test(first);
}

/** Whether a name begins as only a body's does: "Human Rights Watch", "United Nations". */
export function opensBody(text: string): boolean {
  return /\s/u.test(text) && OPENS_BODY.has(text.split(/\s/u, 1)[0]?.toLowerCase() ?? "");
}

/** "BBC Verify", "AFP Fact Check": an agency or a broadcaster by its letters, and a part of it. */
function isPartOfKnown([first = "", ...rest]: readonly string[]): boolean {
  const isLetters = /^\p{Lu}{3,}$/u.test(first) && KNOWN.has(first.toLowerCase());
  return isLetters && rest.some((word) => /^\p{Lu}\p{Ll}/u.test(word));
}

// Germanic languages write what a body is behind what it is for: Forschungsgruppe, Utenriksdepartementet
const COMPOUND =
  /.(?:minist(?:erium|eriet)|departement(?:et)?|behörde|(?:bundes|landes)?amt|gesellschaft|gruppe|redaktion(?:en)?|verband|förbund(?:et)?|forbund(?:et)?|stiftung|kommission|agentur|zentrale|institut|regierung)$/u;
const ADDRESS = /^[\p{L}\d-]+\.(?:com|org|net|news|info|io|tv|fm|co|eu|[a-z]{2}|co\.uk|com\.au)$/iu;

/** Whether a name, already parted from others, is a body's. A single word is a person's unless it is known or an abbreviation. */
export function isBody(text: string): boolean {
  if (isKnownBody(text)) return true;
  const all = text.split(/\s+/u);
  const keys = all.map((word) => word.toLowerCase().replace(/^\p{P}+|[\p{P}]+$/gu, ""));
  if (keys.some((key) => key.includes("-") && key.split("-").some((part) => KNOWN.has(part)))) return true;
  if (isPartOfKnown(all)) return true;
  if (keys.some((key) => COMPOUND.test(key))) return true;
  if (all.length === 1 && ADDRESS.test(text)) return true;
  if (all.length === 1) return /^[\p{Lu}\d]{2,}[\p{Lu}\d&./-]*$/u.test(text) || OF_BODIES.has(keys[0] ?? "");
  if (/[\p{L}]&[\p{L}]|\s&\s|\d/u.test(text) || BETWEEN.test(` ${text} `) || / and /iu.test(text))
    return true;
  const [first = ""] = keys;
  if (isPrintedSmall(all)) return keys.slice(1).some((key) => OF_BODIES.has(key));
  if (keys.some((key) => key.includes("-") && key.split("-").every((part) => OF_PAPERS.has(part))))
    return true;
  if (GIVEN.has(first) && keys.length < 4 && !keys.slice(1).some((key) => OF_BODIES.has(key))) return false;
  if (OPENS_BODY.has(first) || keys.some((key) => OF_BODIES.has(key))) return true;
  if (COUNTRIES.has(keys.at(-1) ?? "")) return true;
  if (keys.slice(1).some((key) => ALSO_SURNAMES.has(key))) return true;
  // "Afghan officials": what is named with a small word at its end is nobody's name
  return /^\p{Ll}/u.test(all.at(-1) ?? "") && !/^(?:al|el|an|as|ar|d|l)[-'’]/iu.test(all.at(-1) ?? "");
}

const OPENS_WHOLE =
  /^(?:the\s+)?(?:academy|agency|association|authority|board|bureau|cent(?:er|re)|chamber|commission|committee|council|department|directorate|embassy|federation|institute|ministry|office|organi[sz]ation|society|union|university)\b/iu;

/** Whether a body's name can stand by itself beside another: known, a newsroom's own people, or one that says what it is first. */
export function isWholeBody(text: string): boolean {
  if (isKnownBody(text) || OPENS_WHOLE.test(text)) return true;
  // "The Texas Tribune"
  if (/^the\s\p{Lu}/iu.test(text) && isBody(text)) return true;
  const isStaff =
    /(?:^|\s)(?:agencies|staff|correspondents?|reporters?|writers?|bureau|desk|news(?:room|desk)?|editors?|reports)$/iu;
  return isStaff.test(text) || /^[\p{Lu}\d]{2,}$/u.test(text);
}
