// Words that say "this is a body, a place or a group, not a person". Folded: lower case, no diacritics.

function list(words: string): readonly string[] {
  return words.trim().split(/\s+/u);
}

/** A capitalised run that holds one of these names an organisation. */
export const BODY_HEADS: ReadonlySet<string> = new Set(
  list(`
  campaign centers centres forum guild archives fund congregation
  academy administration agency airline airlines airport airways alliance army assembly assizes association associates
  atlantic authority bank bancorp battalion board boards borough broadcasting brigade brothers bureau cabinet capital
  caucus cbc center centre chamber charity chronicle church cinema city clinic club coalition college command commission
  committee commons commonwealth communications company confederation conference congress consortium constabulary corp
  corporation corps council county court courthouse crown daily delegation democrats department dept diocese directorate
  district division embassy enterprises environment exchange executive express faction fc federation festival
  finance firm fleet force forces foundation  fund gazette gallery garda gendarmerie globe government group guard
  guardian hamlet herald   hospital hotel house inc industries industry infirmary initiative inquirer inquest
  inquiry inspectorate institute institution insurance international investments journal jury laboratory laboratories labs
  league legislature liberation library llc llp lords ltd magazine mail majority media metropolitan military militia
  ministry mission monitor  mosque movement museum national navy network news newspaper observer observatory office
  opera opposition orchestra order organisation organization panel parliament partners partnership party patrol
  petroleum pictures plc police post power press program programme project prosecution quartet railway rangers
  reserve records  regiment registry reporter republicans resistance restaurant review russell school secretariat senate
  senat  service services society solutions squadron  star  station studios standard store stores
  studio sun survey symphony syndicate systems taliban taskforce team technologies technology telecom telegraph
  television theatre theater times tribunal tribune troupe trust treasury tv uk union united university vatican
  watch watchdog weekly whitehall workers works world zoo
`),
);

/** Nouns of people that papers are called by: with a capital behind "The" each may be a paper or somebody. */
export const PAPERS: ReadonlySet<string> = new Set(
  list(`
  advertiser advocate citizen courier economist enquirer examiner guardian herald independent inquirer intelligencer
  investigator messenger observer pioneer reporter scotsman sentinel spectator statesman villager
`),
);

/** Lower-case nouns for bodies and documents, and what kind of thing "the …" may refer back to. */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  list(`
  administration agency airline alliance army assembly association authority bank body board broadcaster bureau cabinet
  campaign caucus center centre chain chamber channel charity church city club coalition college commission committee
  community company conglomerate consulate corporation council country county court crown daily delegation department developer
  directorate division embassy empire executive faction federation firm force foundation franchise fund gallery
  government group hospital institute institution judiciary junta jury kingdom kremlin laboratory lab league legislature
  magazine maker manufacturer military militia ministry mission monitor mosque movement museum nation navy network
  newspaper ngo nonprofit office operator opposition organisation organization outfit outlet palace panel paper parliament party
  police presidency programme project prosecution province publication publisher regime regulator republic retailer school senate
  service side society startup state station station store studio supplier syndicate team think-tank treasury tribunal
  trust union university watchdog website wing
`),
);

/** Things that carry words without being a voice: a report says, a letter says. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  list(`
  account accounts advert advertisement affidavit agreement allegation analysis announcement announcements article
  assessment audit author bill biography blog book brief briefing broadcast bulletin census chart charge charges claim
  communiqué communique complaint constitution contract court-document data dataset declaration decree demand diary
  dispatch document documents dossier draft editorial email emails entry essay estimate estimates evidence
  expectation figures filing filings finding findings footage forecast guidance headline history indictment instruction
  interview invitation judgment judgement label law lawsuit leaflet ledger letter letters line list log manifesto
  manual memo memorandum memoir message messages minutes model models motion note notes notice numbers obituary opinion
  order papers paper petition plaque plan poll polls post posting posts poster press-release probe profile projection
  projections proposal prospectus proverb publication quote readout reading record records release report reports research ruling rulings
  resolution response result results review rule rules rumour rumours rumor rumors saying schedule script section sign signs site slogan
  song source-code speech statement statements statistics statute story studies study submission suit summary survey
  surveys testimony text theory thesis thread tip transcript treaty tweet tweets verdict video warrant website
  will word words writ
`),
);

/** Plural or mass nouns for groups of people: a statement by one of these has a collective voice. */
export const COLLECTIVE_NOUNS: ReadonlySet<string> = new Set(
  list(`
  aides allies activists analysts authorities backers brokers campaigners children christians clergy clerics coalition
  colleagues commuters conservatives critics crowd demonstrators democrats diplomats doctors economists elders employees
  everyone everybody experts fans families family farmers feds firefighters forces forecasters friends generals
  government governments historians immigrants individuals insiders insurgents investigators investors islamists
  jews journalists jihadists judges lawmakers lawyers leaders leadership liberals locals loyalists media mediators
  members men migrants militants military mothers muslims negotiators neighbors neighbours nurses observers officers
  officials onlookers operators opponents organisers organizers others owners parents parliamentarians participants
  pedestrians people physicians pilots police politicians polls pollsters powers press progressives prosecutors
  protesters protestors pundits rebels refugees regulators relatives reporters representatives republicans researchers
  residents rights-groups royals scholars scientists separatists shareholders skeptics sceptics soldiers some sources
  spectators staff staffers students supporters survivors sympathisers sympathizers taliban teachers team teammates
  teenagers tourists traders travellers travelers tribesmen troops unions users veterans victims villagers viewers
  volunteers voters watchers witnesses women workers youths youth many most both several few
`),
);

/** Words after which a capitalised run cannot be a person ("the", "in", "from"): kept apart from names. */
export const LEGAL_SUFFIXES: ReadonlySet<string> = new Set(
  list(
    "inc ltd llc llp plc corp co gmbh ag sa nv bv oy ab spa pty jr sr ii iii iv qc kc sc mp msp mep phd md obe mbe cbe esq ph mba dds jd",
  ),
);

/** Bodies whose names are made of plain words. Folded. */
export const NAMED_BODIES: ReadonlySet<string> = new Set(
  [
    "doctors without borders, reporters without borders, engineers without borders, save the children, feed the children",
    "ten downing street, 10 downing street, number 10, number ten, no 10, number 11, no 11, friends of the earth, black lives matter, just stop oil",
    "habitat for humanity, teach for america, bread for the world, stop the war, citizens advice, help for heroes",
    "children in need, comic relief, action against hunger, human rights watch, save the elephants, rock the vote",
    "keep britain tidy, keep america beautiful, stand up to racism, surfers against sewage, migrants organise",
    "women for women, girls who code, moms demand action, people before profit, fridays for future, last generation",
  ].flatMap((line) => line.split(", ")),
);
export const NAMED_BODY_STARTS: ReadonlySet<string> = new Set([
  ...[...NAMED_BODIES].map((name) => name.split(" ")[0] ?? ""),
  ..."physicians mothers students teachers citizens scientists doctors lawyers parents veterans workers americans farmers women campaigners residents students nurses academics artists".split(
    " ",
  ),
]);
