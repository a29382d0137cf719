import type { Saying, SayingKind } from "../reporting";

// Verbs that are conjugated by rule, by what they do; a hyphen parts the particle: "hinzu-fügen".
const WEAK: Readonly<Record<SayingKind, string>> = {
  say:
    "sagen erklären mit-teilen betonen äußern berichten meinen behaupten an-kündigen hinzu-fügen ergänzen erläutern bestätigen " +
    "ein-räumen versichern warnen mahnen kritisieren bemängeln beklagen bedauern fest-stellen klar-stellen heraus-stellen aus-führen " +
    "dar-legen an-merken bemerken erwähnen erzählen schildern antworten erwidern entgegnen reagieren kontern skandieren twittern posten " +
    "kommentieren urteilen resümieren bilanzieren verkünden verlautbaren melden informieren enthüllen beteuern argumentieren begründen " +
    "loben würdigen begrüßen verurteilen prophezeien an-führen signalisieren an-deuten aus-sagen zusammen-fassen präzisieren " +
    "zu-sichern beschweren zweifeln bejahen herausheben monieren spotten scherzen witzeln klagen jubeln schimpfen flüstern nach-legen lauten reden verteidigen bekräftigen wiederholen " +
    "verdeutlichen konstatieren attestieren bescheinigen prognostizieren voraus-sagen vorher-sagen unterstellen beschuldigen " +
    "bezichtigen drohen zu-stimmen mutmaßen spekulieren formulieren notieren diktieren brüllen murmeln seufzen stöhnen höhnen " +
    "triumphieren dozieren sinnieren philosophieren predigen mault prahlen protestieren schwärmen freuen zeigen beziffern veranschlagen taxieren texten bloggen rügen",
  call: "be-zeichnen charakterisieren ein-stufen werten bewerten titulieren brandmarken kritisieren geißeln verspotten",
  deny: "dementieren leugnen ab-lehnen verneinen an-zweifeln bezweifeln",
  ask: "fragen nach-fragen hinter-fragen wundern",
  urge: "fordern verlangen appellieren plädieren drängen mahnen auf-fordern ersuchen beantragen raten",
  think:
    "hoffen befürchten fürchten glauben vermuten schätzen rechnen erwarten zweifeln überlegen ein-schätzen begreifen träumen wünschen",
};

// infinitive, third person, past, participle, what it does; a hyphen parts the particle
const STRONG = `
  sprechen spricht sprach gesprochen say|aus-sprechen spricht sprach gesprochen urge|schreiben schreibt schrieb geschrieben say|
  bekannt-geben gibt gab gegeben say|an-geben gibt gab gegeben say|zu-geben gibt gab gegeben say|zu-bedenken-geben gibt gab gegeben say|
  unterstreichen unterstreicht unterstrich unterstrichen say|heraus-streichen streicht strich gestrichen say|versprechen verspricht versprach versprochen say|
  denken denkt dachte gedacht think|hervor-heben hebt hob gehoben say|rufen ruft rief gerufen say|zu-rufen ruft rief gerufen say|
  verraten verrät verriet verraten say|gestehen gesteht gestand gestanden say|bekennen bekennt bekannte bekannt say|
  beschwören beschwört beschwor beschworen say|schwören schwört schwor geschworen say|raten rät riet geraten urge|
  empfehlen empfiehlt empfahl empfohlen urge|vor-schlagen schlägt schlug geschlagen urge|vor-werfen wirft warf geworfen say|
  nennen nennt nannte genannt call|beschreiben beschreibt beschrieb beschrieben call|hin-weisen weist wies gewiesen say|
  verweisen verweist verwies verwiesen say|ein-wenden wendet wandte gewandt say|auf-rufen ruft rief gerufen urge|
  bitten bittet bat gebeten urge|heißen heißt hieß geheißen say|befinden befindet befand befunden call|sehen sieht sah gesehen call|
  halten hält hielt gehalten call|fort-fahren fährt fuhr gefahren say|bestreiten bestreitet bestritt bestritten deny|
  ab-streiten streitet stritt gestritten deny|zurück-weisen weist wies gewiesen deny|widersprechen widerspricht widersprach widersprochen deny|
  zitieren zitiert zitierte zitiert say|lesen liest las gelesen say|singen singt sang gesungen say|schreien schreit schrie geschrien say|
  weisen weist wies gewiesen deny|beziehen bezieht bezog bezogen say|vergleichen vergleicht verglich verglichen call|übertreiben übertreibt übertrieb übertrieben say|
  zu-sagen sagt sagte gesagt say|ein-gestehen gesteht gestand gestanden say|dar-stellen stellt stellte gestellt call|aus-gehen geht ging gegangen think|
  auf-führen führt führte geführt say|fest-halten hält hielt gehalten say|wider-geben gibt gab gegeben say|wieder-geben gibt gab gegeben say|
  an-mahnen mahnt mahnte gemahnt urge|heraus-lesen liest las gelesen say|entschuldigen entschuldigt entschuldigte entschuldigt say|
  klingen klingt klang geklungen say|ein-schränken schränkt schränkte geschränkt say|durch-geben gibt gab gegeben say`;

const INSEPARABLE = /^(?:be|er|ver|ent|ge|zer|emp|miss|wider|unter|über|wieder|hinter)/;

export const finite = new Map<string, Saying[]>();
export const participles = new Map<string, Saying[]>();

function add(forms: Map<string, Saying[]>, form: string, saying: Saying): void {
  const known = forms.get(form) ?? [];
  if (!known.some(({ base }) => base === saying.base)) forms.set(form, [...known, saying]);
}

function addVerb(verb: string, third: string, past: string, participle: string, kind: SayingKind): void {
  const at = verb.lastIndexOf("-");
  const particle =
    at < 0 || verb.startsWith("be-") || verb.startsWith("hinter-")
      ? null
      : verb.slice(0, at).replaceAll("-", " ");
  const base = verb.replaceAll("-", "");
  const stem = verb.slice(at + 1);
  const present: Saying = { base, kind, tense: "present", particle };
  const before: Saying = { base, kind, tense: "past", particle };
  add(finite, third, present);
  add(finite, stem, present);
  // "habe gesagt", "sage er": the form of what others say, of verbs of saying themselves
  add(finite, stem.replace(/n$/, ""), present);
  add(finite, past, before);
  add(finite, past.endsWith("e") ? `${past}n` : `${past}en`, before);
  add(participles, particle === null ? participle : `${particle.replaceAll(" ", "")}${participle}`, before);
  if (particle !== null) {
    // in a clause that ends with its verb the particle stands before it: "wie er mitteilte"
    const joined = (form: string) => `${particle.replaceAll(" ", "")}${form}`;
    add(finite, joined(third), { ...present, particle: null });
    add(finite, joined(stem), { ...present, particle: null });
    add(finite, joined(past), { ...before, particle: null });
    add(finite, joined(past.endsWith("e") ? `${past}n` : `${past}en`), { ...before, particle: null });
  }
}

for (const [kind, verbs] of Object.entries(WEAK) as [SayingKind, string][]) {
  for (const verb of verbs.split(" ")) {
    const whole = verb.replace(/^be-|^hinter-/, (prefix) => prefix.slice(0, -1));
    const base = whole.slice(whole.lastIndexOf("-") + 1);
    const stem = base.endsWith("eln") || base.endsWith("ern") ? base.slice(0, -1) : base.replace(/en$/, "");
    const link = /(?:[td]|[^lrhaeiou][mn]|chn)$/.test(stem) ? "e" : "";
    const third = `${stem}${link}t`;
    const prefix = INSEPARABLE.test(base) || base.endsWith("ieren") ? "" : "ge";
    addVerb(whole, third, `${third}e`, `${prefix}${third}`, kind);
  }
}
for (const row of STRONG.split("|")) {
  const [verb = "", third = "", past = "", participle = "", kind = "say"] = row.trim().split(/\s+/);
  addVerb(verb, third, past, participle, kind as SayingKind);
}

/** Present forms that German uses for what others say (Konjunktiv I), where they differ from the plain form. */
const MODALS = "sei seien seist habe werde könne müsse wolle solle dürfe möge wisse";
const TOLD =
  "gebe gehe komme stehe bleibe nehme mache sehe finde brauche liege bestehe handele handle führe lasse halte gelte zeige bringe " +
  "lebe arbeite leide trage spreche heiße laufe falle fehle drohe hoffe glaube denke erwarte fordere verstehe kenne rechne " +
  "unterstütze verfüge verhalte verliere gewinne verletze verstoße betrage entspreche erhalte erfolge ergebe diene sorge setze stelle " +
  "suche treffe treibe tue wachse wirke wünsche zahle ziehe enthalte beginne ende geschehe gehöre gefährde schade steige sinke " +
  "sterbe schütze scheine prüfe plane reiche richte rufe schaffe sage meine wahre verändere verhindere verlange verbiete vertrete vernichte zerstöre bedeute bedrohe " +
  "befinde begrüße beruhe besitze bitte danke dauere eigne fahre fliege freue fühle funktioniere genüge hege helfe herrsche koste lehne leiste " +
  "lohne müssten passe passiere reagiere riskiere spiele störe teile trete übernehme verdiene vergesse vermisse verspreche vertraue warte weigere weise widerspreche";
const SUBJUNCTIVE =
  "stünden kämen lägen gäben nähmen bräuchten ließen stünde käme läge gäbe bräuchte hätten würden wären könnten müssten sollten dürften wüssten hätte würde wäre";
export const reportive = new Set(`${MODALS} ${TOLD}`.split(" "));
/** The same in a sentence behind one that reports, where the form that is also a condition is told as well. */
export const reportiveLater = new Set(
  `${MODALS} ${SUBJUNCTIVE} gebe gehe komme stehe bleibe liege bestehe handele gelte brauche drohe sehe`.split(
    " ",
  ),
);
