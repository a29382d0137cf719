import type { NounSort } from "../reporting";

const list = (words: string) => new Set(words.trim().split(/\s+/u));

const PERSONS = list(`
  prof minister präsident kanzler bundeskanzler premier premierminister staatssekretär senator abgeordneter abgeordnete bürgermeister
  oberbürgermeister landrat chef leiter direktor sprecher vorsitzender vorsitzende politiker experte fachmann forscher wissenschaftler
  professor dr doktor arzt ärztin anwalt rechtsanwalt richter staatsanwalt oberstaatsanwalt kommissar trainer bundestrainer spieler kapitän manager
  geschäftsführer vorstand autor schriftsteller journalist redakteur general oberst papst bischof kardinal pfarrer könig königin prinz
  herr frau herrn generalsekretär botschafter gouverneur außenminister innenminister finanzminister lehrer student unternehmer bauer landwirt
  mitarbeiter zeuge nachbar opfer vater mutter schüler kandidat beauftragter beauftragte angeklagter angeklagte beamter beamtin
  vorsteher inhaber gründer analyst ökonom historiker psychologe biologe physiker chemiker meteorologe ingenieur architekt künstler
  sänger schauspieler regisseur produzent moderator präses dekan rektor intendant kurator obmann obfrau landeshauptmann nationalrat
  feuerwehrmann polizist soldat pilot fahrer augenzeuge anwohner besucher verteidiger ermittler gutachter sachverständiger sachverständige
  kollege kollegin nachfolger vorgänger stellvertreter vize vizepräsident parteichef regierungschef staatschef fraktionschef
  schatzmeister wirt wirtin bäcker bäckerin gärtner gärtnerin förster försterin kapitänin klägerin kläger hebamme pflegerin pfleger apotheker gutachter biologin chemikerin aktionär deichgräfin bauherr bäuerin makler kassierer winzer rektorin fischer
`);
const PERSON_ENDS =
  /(?:minister|präsident|kanzler|sprecher|chef|leiter|direktor|politiker|experte|vorsitzende[rn]?|abgeordnete[rn]?|beauftragte[rn]?|forscher|anwalt|richter|trainer|meister|sekretär|kommissar|manager|führer|wissenschaftler|professor|arzt|rat|vorstand|autor|redakteur|botschafter|gouverneur|könig|bischof|general|vertreter|mitglied|präsidium|kandidat|händler|berater|gründer|inhaber|ökonom|historiker|loge|löge|analyst|ermittler|schützer|verteidiger|spieler|fahrer|(?:feuerwehr|geschäfts|fach|sports|amts|landes?|staats)mann|(?:fach|geschäfts|haus)frau|koordinator|korrespondent|historiker|architekt|planer|schwester|hauptmann|obmann|referent|sprecherin|ent)(?:in|innen|en|s|es|n)?$/u;
const BODIES = list(`
  polizei feuerwehr regierung bundesregierung staatsregierung landesregierung staatsanwaltschaft bundesanwaltschaft ministerium behörde behörden gericht
  kommission partei fraktion gewerkschaft verband verein unternehmen firma konzern bank universität hochschule institut agentur nachrichtenagentur
  organisation bundeswehr armee militär senat parlament bundestag bundesrat kirche botschaft stadt gemeinde kreis land verwaltung amt opposition koalition
  stiftung zeitung magazin sender club klub fifa uefa nato eu uno un who dpa afp reuters ap bka lka fbi cia spd cdu csu fdp afd grünen linke linken grüne
  staatskanzlei kanzleramt redaktion jury leitung vorstand bündnis initiative hersteller betreiber veranstalter anbieter klinik krankenhaus bahn post
  landratsamt rathaus bezirksamt gesundheitsamt pressestelle reederei genossenschaft brauerei kammer zentrale stiftungsrat aufsichtsrat betriebsrat
`);
const BODY_ENDS =
  /(?:ministerium|amt|amtes|behörde|behörden|gericht|gerichts|partei|verband|verbandes|gesellschaft|kommission|regierung|polizei|wehr|anwaltschaft|institut|universität|agentur|gewerkschaft|verein|bank|konzern|unternehmen|stiftung|organisation|verwaltung|ausschuss|kammer|kasse|werk|werke|schule|dienst|zentrum|zentrale|klinik|klinikum|fraktion|bund|rat|senat|sender|zeitung|magazin|betriebe|initiative|bündnis|bündnisses|leitung|tribunal)$/u;
const GROUPS = list(`
  experten kritiker beobachter augenzeugen zeugen anwohner einwohner bewohner forscher wissenschaftler ärzte juristen politiker vertreter ermittler eltern schüler studenten
  mitarbeiter nachbarn gegner befürworter demonstranten aktivisten fans anhänger landwirte bauern bürger helfer rettungskräfte medien analysten
  diplomaten umweltschützer datenschützer tierschützer verbraucherschützer händler anwälte richter oppositionelle
  angehörige opfer besucher teilnehmer menschen leute viele einige manche mehrere beide passanten gewerkschafter rebellen taliban islamisten meteorologen
  hebammen pfleger pflegekräfte mieter vermieter kunden leser zuschauer betroffene
`);
const UNNAMED =
  /^(?:(?:\p{L}+)?(?:kreise|kreisen|quelle|quellen)|insider|insidern|informant|informanten|informantin|unbekannter|eingeweihte)$/u;
const DOCUMENTS =
  /(?:bericht|berichte|berichten|studie|studien|mitteilung|pressemitteilung|erklärung|brief|schreiben|gutachten|urteil|umfrage|untersuchung|statistik|meldung|meldungen|medienbericht|artikel|angaben|gesetz|vertrag|protokoll|papier|auswertung|analyse|prognose)$/u;

/** What a noun shows of who bears it; null for a name or a thing. */
export function sortOf(word: string): NounSort | null {
  const lower = word.toLowerCase();
  if (UNNAMED.test(lower)) return "unnamed";
  const last = lower.slice(lower.lastIndexOf("-") + 1).replace(/\.$/u, "");
  if (GROUPS.has(last)) return "group";
  if (PERSONS.has(last) || PERSONS.has(last.replace(/(?:in|innen|s|es|n|en)$/u, ""))) return "person";
  const bare = last.replace(/(?<=[^s])e?s$/u, "");
  const isBody = [last, bare].some((one) => BODIES.has(one) || (BODY_ENDS.test(one) && !one.endsWith("rat")));
  if (isBody || /^(?:gmbh|ag|kg|e\.v|ev|se|inc|ltd)$/u.test(last)) return "body";
  if (DOCUMENTS.test(last)) return "document";
  // "Merkel" ends like nothing here; a name seldom ends like an office
  if (last.length > 7 && PERSON_ENDS.test(last)) return "person";
  if (last.length > 5 && BODY_ENDS.test(last)) return "body";
  return null;
}

const FEMALE = /(?:in|frau|königin|mutter|schwester|hebamme|klägerin|bäckerin)$/u;
const FEMALE_NAMES = list(`
  anna maria angela ursula petra sabine monika claudia katrin katharina julia lena laura sarah lisa sophie hannah emma mia leonie marie
  christine christina susanne andrea birgit heike ingrid renate brigitte helga gisela erika karin barbara elisabeth eva franziska johanna
  nicole stefanie tanja sandra anja silke ute manuela martina kerstin annette annalena nancy svenja klara bettina doris gerda greta ida ilse
  inge irene jana jutta kirsten leila lotte luise magdalena margarete marion martha melanie nadine nora paula ruth simone sonja steffi theresa ulrike vera
`);
const MALE_NAMES = list(`
  peter hans thomas michael andreas stefan stephan christian martin klaus jürgen wolfgang frank uwe bernd dieter gerhard günter günther
  helmut horst karl heinz werner manfred joachim jens jörg ralf rainer matthias markus alexander sebastian daniel tobias florian jan tim
  lukas leon paul felix max maximilian moritz jonas david philipp simon fabian johannes josef franz georg friedrich otto olaf robert kai
  sven torsten thorsten holger dirk volker norbert winfried walter herbert kurt ernst rudolf reinhard siegfried egon emil erik anton bruno carl christoph
`);

export function genderOf(lower: string): "m" | "f" | null {
  if (lower === "frau" || FEMALE_NAMES.has(lower)) return "f";
  if (lower === "herr" || lower === "herrn" || MALE_NAMES.has(lower)) return "m";
  const sort = sortOf(lower);
  if (sort !== "person") return null;
  return FEMALE.test(lower)
    ? "f"
    : /(?:vorsitzende|abgeordnete|beauftragte|mitglied|opfer)$/u.test(lower)
      ? null
      : "m";
}

// what stands before the name of a thing in quotation marks: "der Zeitung „…“"
const NAMED =
  /(?:prinzip|prinzips|leitlinie|grundsatz|grundsatzes|fluggesellschaft|erstwerk|krankenhaus|zitat|sprichwort|redewendung|parole|rotte|zeitungen|zeitschrift|magazin|magazins|blatt|blatts|illustrierte|illustrierten|sendung|serie|film|films|filme|buch|buchs|roman|titel|thema|motto|stück|song|lied|album|musical|oper|operation|projekt|projekts|initiative|aktion|kampagne|partei|gruppe|band|schiff|schiffs|fregatte|frachter|shuttle|sonde|satellit|satelliten|programm|programms|name|namen|spitznamen|begriff|begriffs|wort|firma|marke|modell|restaurant|hotel|club|preis|auszeichnung|orden|hurrikan|taifun|tropensturm|sturm|label|rubrik|reihe|ausstellung|konferenz|tagung|portal|plattform|software|version|spiel|spiels|computerspiel|rakete|modul|codename|codenamen|verein|verband|organisation|vereinigung|stiftung|bündnis|theaterstück|gesetz|betreff|überschrift|gasthaus|gaststätte|wochenzeitung|tageszeitung|nachrichtenmagazin|wochenzeitschrift|nachrichtensender|sender|domain|webseite|website|internetseite|aktionstag|aktionstages|kategorie|klasse|typ|typs|stadtteil|café|bar|diskothek|zeche|yacht|segelschiff|dampfer|tanker|raumschiff|raumsonde|raumstation|dokumentation|komödie|drama|thriller|studie|buches|internetportal|online-portal|blog|projektes|onlineportal|bewegung|arbeitskreis|werk)$/u;

export const isNamedByMarks = (lower: string): boolean => NAMED.test(lower);
