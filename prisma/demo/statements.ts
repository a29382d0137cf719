export interface DemoStatement {
  readonly key: string;
  readonly speaker: string;
  /** Stands exactly once in the summary, or once after `after`. */
  readonly wording: string;
  readonly form: "direct" | "mixed" | "indirect";
  readonly attribution: string;
  readonly roleThen: string;
  readonly cue: string;
  readonly context: string;
  readonly addressee?: string;
  readonly saidOnNote?: string;
  /** ISO day, when the report gives it. */
  readonly saidOn?: string;
  readonly place?: string;
  readonly event?: string;
  readonly isDenial?: true;
}

export const STATEMENTS: readonly DemoStatement[] = [
  {
    key: "officials-standstill",
    speaker: "officials",
    wording: "the talks had come to a standstill",
    form: "indirect",
    attribution: "Officials",
    roleThen: "Officials, side not given",
    cue: "said",
    saidOn: "2025-10-28",
    saidOnNote: "on Tuesday",
    context:
      "Opens the report: after three days in Istanbul no agreement had been reached. Which side the officials serve is not told.",
  },
  {
    key: "pakistani-officials-18-hours",
    speaker: "pakistani-officials",
    wording:
      "Monday’s session lasted close to 18 hours and came to nothing because the Afghan side had, as they alleged, gone back on its position",
    form: "indirect",
    attribution: "Pakistani officials",
    roleThen: "Officials of Pakistan",
    cue: "said",
    context:
      "Pakistan’s account of why Monday’s session in Istanbul failed. The change of position is marked as an allegation; on which day and where they spoke is not told.",
  },
  {
    key: "pakistan-demand",
    speaker: "islamabad",
    wording:
      "demands that Kabul move decisively against the Pakistan Taliban, the Tehreek-e-Taliban Pakistan (TTP)",
    form: "indirect",
    attribution: "Pakistan",
    roleThen: "Government of Pakistan",
    cue: "demands",
    context: "What Pakistan asked for in Istanbul, and what the Afghan side is said to have gone back on.",
  },
  {
    key: "pakistani-official-instructions",
    speaker: "pakistani-official",
    wording: "“instructions received from Kabul” had complicated the negotiations",
    form: "mixed",
    attribution: "A Pakistani official who was not named",
    roleThen: "Official of Pakistan",
    cue: "told",
    addressee: "Al Jazeera",
    context:
      "The same failure, put down to the Afghan delegation’s orders from home. Four words only are the official’s own.",
  },
  {
    key: "afghan-officials-coordination",
    speaker: "afghan-officials",
    wording: "put the blame on Islamabad, citing a “lack of coordination”",
    form: "mixed",
    attribution: "Afghan officials",
    roleThen: "Officials of the Taliban administration",
    cue: "put the blame on",
    context:
      "The Afghan answer to Pakistan’s account of why the talks broke off: the fault lay with the other delegation.",
  },
  {
    key: "afghan-officials-left-table",
    speaker: "afghan-officials",
    wording: "the Pakistani delegates got up from the table again and again",
    form: "indirect",
    attribution: "Afghan officials",
    roleThen: "Officials of the Taliban administration",
    cue: "said",
    context:
      "Stands beside the complaint about coordination: the Pakistani side, not the Afghan, is said to have walked away.",
  },
  {
    key: "trump-quickly",
    speaker: "trump",
    wording: "he could “solve the Afghanistan–Pakistan crisis very quickly,”",
    form: "mixed",
    attribution: "Donald Trump, the President of the United States",
    roleThen: "President of the United States",
    cue: "said",
    saidOn: "2025-10",
    saidOnNote: "earlier in the week",
    place: "Malaysia",
    event: "ASEAN Summit",
    context:
      "An offer made away from the talks, while he attended a summit in Malaysia. To whom he said it is not told.",
  },
  {
    key: "analysts-distrust",
    speaker: "analysts",
    wording:
      "a lasting settlement was improbable because of “deep-rooted distrust and conflicting priorities.”",
    form: "mixed",
    attribution: "Analysts",
    roleThen: "Analysts, unnamed",
    cue: "said",
    context:
      "Set against the American offer: no quick end is expected. How many analysts, and which, is not told.",
  },
  {
    key: "syed-risk",
    speaker: "syed",
    wording:
      "Pakistan’s record of intervening in Afghanistan makes any concession a political risk for the Afghan Taliban",
    form: "indirect",
    attribution: "Baqir Sajjad Syed, a national security journalist and former Wilson Center fellow",
    roleThen: "National security journalist and former Wilson Center fellow",
    cue: "said",
    context:
      "Explains why the Taliban find it hard to give way: not what Pakistan asks for, but who is asking.",
  },
  {
    key: "syed-dependence",
    speaker: "syed",
    wording:
      "“The Taliban’s dependence on the TTP for maintaining internal security makes it difficult for them to break ties, despite Pakistan’s concerns,”",
    form: "direct",
    attribution: "Syed",
    roleThen: "National security journalist and former Wilson Center fellow",
    cue: "told",
    addressee: "Al Jazeera",
    context: "Goes on from the risk that a concession would be: the Taliban need the TTP for order at home.",
  },
  {
    key: "islamabad-shelter",
    speaker: "islamabad",
    wording: "accuses the Taliban of giving shelter to the TTP",
    form: "indirect",
    attribution: "Islamabad",
    roleThen: "Government of Pakistan",
    cue: "accuses",
    context:
      "The accusation to which the souring of relations is put down; Kabul’s denial stands right behind it.",
  },
  {
    key: "kabul-denies-shelter",
    speaker: "kabul",
    wording: "it harbours the TTP or other groups, among them the Balochistan Liberation Army and ISIL-K",
    form: "indirect",
    attribution: "Kabul",
    roleThen: "Taliban administration of Afghanistan",
    cue: "denies",
    isDenial: true,
    context:
      "The answer to Islamabad’s accusation. What is denied stands in the wording; the denial stands in the cue.",
  },
  {
    key: "taliban-internal",
    speaker: "taliban",
    wording: "the TTP is a matter inside Pakistan, for Pakistan to settle",
    form: "indirect",
    attribution: "The Taliban",
    roleThen: "Rulers of Afghanistan",
    cue: "argue",
    context: "Turns the accusation round: whatever the TTP does is a question for Islamabad at home.",
  },
  {
    key: "yaqoob-terrorism",
    speaker: "yaqoob",
    wording: "the word “terrorism” is often put to political use",
    form: "mixed",
    attribution: "Mullah Yaqoob, Afghanistan’s defence minister",
    roleThen: "Defence minister of Afghanistan",
    cue: "said",
    saidOnNote: "recently",
    context:
      "The minister speaks of the label in general; the report sets it behind Kabul’s denial. Where he spoke is not told.",
  },
  {
    key: "yaqoob-brand",
    speaker: "yaqoob",
    wording: "“any government can brand its adversaries as terrorists for its own agenda.”",
    form: "direct",
    attribution: "He",
    roleThen: "Defence minister of Afghanistan",
    cue: "added",
    saidOnNote: "recently",
    context: "Goes on from his remark about the word: who is called a terrorist depends on who is speaking.",
  },
  {
    key: "regional-urge",
    speaker: "regional-powers",
    wording: "urged the Taliban to rein in the armed groups on their soil",
    form: "indirect",
    attribution: "Regional powers, Iran, China, Russia and several Central Asian states among them",
    roleThen: "Neighbours and powers of the region",
    cue: "urged",
    addressee: "the Taliban",
    context: "Shows that Pakistan is not alone in its demand. When and where each state said so is not told.",
  },
  {
    key: "acled-600",
    speaker: "acled",
    wording:
      "the TTP carried out no fewer than 600 attacks on security forces within a year, and that 2025 has already passed that number",
    form: "indirect",
    attribution: "Data from the Armed Conflict Location & Event Data (ACLED) project",
    roleThen: "Conflict data project",
    cue: "shows",
    context:
      "The figure by which the report measures the rise in violence inside Pakistan. Its first day is not told.",
  },
  {
    key: "mehsud-ideology",
    speaker: "mehsud",
    wording:
      "the ideology which the TTP shares with the Afghan Taliban makes it hard for Kabul to move against the group",
    form: "indirect",
    attribution: "Ihsanullah Tipu Mehsud, a security analyst",
    roleThen: "Security analyst",
    cue: "said",
    context: "A second reason, beside Syed’s, why Kabul does not act: belief rather than need.",
  },
  {
    key: "yousafzai-detente",
    speaker: "yousafzai",
    wording: "“the prospects of détente now look increasingly remote.”",
    form: "direct",
    attribution: "The journalist Sami Yousafzai",
    roleThen: "Journalist",
    cue: "agreed, saying",
    context:
      "Follows Mehsud’s view that Kabul will find it hard to act; the report has Yousafzai agree with him and draw the conclusion.",
  },
  {
    key: "analysts-military",
    speaker: "analysts",
    wording: "Islamabad may before long turn to limited military action against the TTP",
    form: "indirect",
    attribution: "Analysts",
    roleThen: "Analysts, unnamed",
    cue: "warn",
    context: "What the analysts expect next, in spite of mediation by Qatar, Türkiye and China.",
  },
  {
    key: "asif-open-war",
    speaker: "asif",
    wording: "hinted at “open war” should attacks across the border go on",
    form: "mixed",
    attribution: "Khawaja Asif, Pakistan’s Defence Minister",
    roleThen: "Defence Minister of Pakistan",
    cue: "hinted at",
    saidOnNote: "recently",
    context:
      "A threat with a condition. Only two words are his; the report does not say where he spoke them.",
  },
  {
    key: "experts-strikes",
    speaker: "experts",
    wording:
      "talk of this kind could announce air strikes on chosen targets in Afghanistan if diplomacy breaks down",
    form: "indirect",
    attribution: "Experts",
    roleThen: "Experts, unnamed",
    cue: "believe",
    context: "How the minister’s two words are read.",
  },
  {
    key: "diplomats-hope",
    speaker: "diplomats",
    wording: "mediation will go on, perhaps at another venue or with more countries at the table",
    form: "indirect",
    attribution: "Some diplomats",
    roleThen: "Diplomats, unnamed",
    cue: "hope",
    context: "The other expectation: that the talks have paused rather than ended.",
  },
  {
    key: "trump-ready",
    speaker: "trump",
    wording:
      "he is ready to step in and broker a peace, pointing to what he did between Thailand and Cambodia",
    form: "indirect",
    attribution: "Trump",
    roleThen: "President of the United States",
    cue: "said",
    context: "Repeats his offer and gives a precedent for it. When he said it is not told.",
  },
  {
    key: "analysts-benefit",
    speaker: "analysts",
    wording: "new fighting could serve the TTP while it harms both states",
    form: "indirect",
    attribution: "Analysts",
    roleThen: "Analysts, unnamed",
    cue: "caution",
    context: "Opens the part of the report on what a war would do, and to whom.",
  },
  {
    key: "analysts-firepower",
    speaker: "analysts",
    wording: "The firepower of Pakistan is greater, but the Taliban keep strong support where they live.",
    form: "indirect",
    attribution: "",
    roleThen: "Analysts, unnamed",
    cue: "",
    context:
      "Follows the analysts’ warning without saying whose it is. Captured as theirs, to be settled in review: it may be the reporter’s own.",
  },
  {
    key: "yousafzai-popularity",
    speaker: "yousafzai",
    wording: "“The Taliban’s attacks on Pakistani forces have increased their domestic popularity,”",
    form: "direct",
    attribution: "Yousafzai",
    roleThen: "Journalist",
    cue: "said",
    context:
      "On what escalation would do inside Afghanistan: the fighting has already helped the Taliban at home.",
  },
  {
    key: "yousafzai-sentiment",
    speaker: "yousafzai",
    wording:
      "“If Pakistan responds militarily, civilian casualties could inflame anti-Pakistani sentiment across Afghanistan.”",
    form: "direct",
    attribution: "Yousafzai",
    roleThen: "Journalist",
    cue: "said",
    context: "The second sentence of the same quotation: the likely effect of a Pakistani military answer.",
  },
  {
    key: "yousafzai-jihad",
    speaker: "yousafzai",
    wording:
      "a call for jihad against Pakistan by the Taliban’s leader, Haibatullah Akhunzada, could bring thousands of young Afghans into the fighting",
    form: "indirect",
    attribution: "He",
    roleThen: "Journalist",
    cue: "warned",
    context:
      "The step beyond a military exchange: what might happen if the Taliban’s leader made the war a religious duty.",
  },
  {
    key: "yousafzai-disastrous",
    speaker: "yousafzai",
    wording: "“Even if the Afghan side suffers more, it would still be disastrous for Pakistan,”",
    form: "direct",
    attribution: "Yousafzai",
    roleThen: "Journalist",
    cue: "said",
    context: "His conclusion on a wider war: the stronger army would not be the winner.",
  },
];
