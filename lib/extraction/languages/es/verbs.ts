import type { Saying, SayingKind } from "../reporting";

// Verbs of saying by what they do. Regular ones are conjugated by rule: -ar, -er and -ir.
const REGULAR: Readonly<Record<SayingKind, string>> = {
  say:
    "afirmar asegurar declarar explicar señalar indicar manifestar comentar anunciar informar revelar confirmar destacar subrayar recalcar " +
    "insistir añadir agregar precisar puntualizar matizar aclarar apuntar recordar relatar narrar contar responder contestar replicar " +
    "alegar argumentar sostener criticar denunciar lamentar advertir alertar avisar prometer jurar admitir confesar reiterar remarcar resaltar " +
    "observar opinar sentenciar zanjar concluir celebrar aplaudir elogiar condenar reprochar acusar bromear ironizar exclamar gritar susurrar " +
    "murmurar tuitear publicar vaticinar pronosticar augurar estimar calcular detallar enfatizar justificar proclamar constatar avanzar " +
    "adelantar espetar esgrimir aducir valorar defender garantizar testificar relucir expresar presumir abundar terciar apostillar rematar corear cifrar tasar",
  call: "calificar tachar tildar llamar considerar catalogar bautizar acusar definir",
  deny: "rechazar rebatir refutar descartar",
  ask: "preguntar inquirir cuestionar",
  urge: "exigir reclamar solicitar ordenar instar urgir exhortar aconsejar recomendar rogar implorar",
  think: "pensar creer esperar temer confiar sospechar imaginar suponer dudar",
};

// infinitive, present, present plural, past, past plural, imperfect, participle, what it does
const IRREGULAR = `
  decir dice dicen dijo dijeron decía dicho say|reconocer reconoce reconocen reconoció reconocieron reconocía reconocido say|
  mantener mantiene mantienen mantuvo mantuvieron mantenía mantenido say|sostener sostiene sostienen sostuvo sostuvieron sostenía sostenido say|
  proponer propone proponen propuso propusieron proponía propuesto urge|escribir escribe escriben escribió escribieron escribía escrito say|
  advertir advierte advierten advirtió advirtieron advertía advertido say|referir refiere refieren refirió refirieron refería referido say|
  contar cuenta cuentan contó contaron contaba contado say|recordar recuerda recuerdan recordó recordaron recordaba recordado say|
  aducir aduce aducen adujo adujeron aducía aducido say|predecir predice predicen predijo predijeron predecía predicho say|
  negar niega niegan negó negaron negaba negado deny|desmentir desmiente desmienten desmintió desmintieron desmentía desmentido deny|
  pedir pide piden pidió pidieron pedía pedido urge|sugerir sugiere sugieren sugirió sugirieron sugería sugerido say|
  exponer expone exponen expuso expusieron exponía expuesto say|describir describe describen describió describieron describía descrito call|
  concluir concluye concluyen concluyó concluyeron concluía concluido say|rebatir rebate rebaten rebatió rebatieron rebatía rebatido deny|
  leer lee leen leyó leyeron leía leído say|querer quiere quieren quiso quisieron quería querido think|pensar piensa piensan pensó pensaron pensaba pensado think|
  definir define definen definió definieron definía definido call|rogar ruega ruegan rogó rogaron rogaba rogado urge|
  hablar habla hablan habló hablaron hablaba hablado call|citar cita citan citó citaron citaba citado say|expresar expresa expresan expresó expresaron expresaba expresado say|
  reconvenir reconviene reconvienen reconvino reconvinieron reconvenía reconvenido say|maldecir maldice maldicen maldijo maldijeron maldecía maldecido say|
  responder responde responden respondió respondieron respondía respondido say|inquirir inquiere inquieren inquirió inquirieron inquiría inquirido ask|
  defender defiende defienden defendió defendieron defendía defendido say|reír ríe ríen rió rieron reía reído say`;

export const finite = new Map<string, Saying[]>();
export const participles = new Map<string, Saying[]>();

function add(forms: Map<string, Saying[]>, form: string, saying: Saying): void {
  const known = forms.get(form) ?? [];
  if (!known.some(({ base }) => base === saying.base)) forms.set(form, [...known, saying]);
}

function addForms(
  base: string,
  kind: SayingKind,
  present: readonly string[],
  past: readonly string[],
  participle: string,
) {
  for (const form of present) add(finite, form, { base, kind, tense: "present", particle: null });
  for (const form of past) add(finite, form, { base, kind, tense: "past", particle: null });
  add(participles, participle, { base, kind, tense: "past", particle: null });
}

const irregular = new Set<string>();
for (const row of IRREGULAR.split("|")) {
  const [
    base = "",
    one = "",
    many = "",
    past = "",
    pastMany = "",
    imperfect = "",
    participle = "",
    kind = "say",
  ] = row.trim().split(/\s+/);
  irregular.add(base);
  addForms(base, kind as SayingKind, [one, many], [past, pastMany, imperfect, `${imperfect}n`], participle);
}
for (const [kind, verbs] of Object.entries(REGULAR) as [SayingKind, string][]) {
  for (const base of verbs.split(" ")) {
    if (irregular.has(base)) continue;
    const stem = base.slice(0, -2);
    if (base.endsWith("ar")) {
      const forms = [`${stem}ó`, `${stem}aron`, `${stem}aba`, `${stem}aban`, `${stem}ara`];
      addForms(base, kind, [`${stem}a`, `${stem}an`], forms, `${stem}ado`);
    } else {
      const forms = [`${stem}ió`, `${stem}ieron`, `${stem}ía`, `${stem}ían`].map((form) =>
        form.replace("ñi", "ñ"),
      );
      addForms(base, kind, [`${stem}e`, `${stem}en`], forms, `${stem}ido`);
    }
  }
}
