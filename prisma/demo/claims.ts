export interface DemoClaim {
  readonly key: string;
  readonly proposition: string;
  readonly note: string;
  readonly positions: readonly {
    readonly statement: string;
    readonly stance: "asserts" | "denies" | "doubts" | "qualifies" | "predicts" | "demands";
    readonly note?: string;
  }[];
}

export const CLAIMS: readonly DemoClaim[] = [
  {
    key: "why-stalled",
    proposition: "The Istanbul talks stalled because of the Afghan side",
    note: "Each side names the other as the cause of the halt in the talks of October 2025.",
    positions: [
      {
        statement: "pakistani-officials-18-hours",
        stance: "asserts",
        note: "A change of position by the Afghan delegation.",
      },
      {
        statement: "pakistani-official-instructions",
        stance: "asserts",
        note: "Orders from Kabul to the delegation.",
      },
      { statement: "afghan-officials-coordination", stance: "denies", note: "The fault lay with Islamabad." },
      {
        statement: "afghan-officials-left-table",
        stance: "denies",
        note: "It was the Pakistani side that left.",
      },
    ],
  },
  {
    key: "shelter",
    proposition: "Kabul shelters the TTP",
    note: "Shelter here means letting the group live, train or prepare attacks on Afghan soil.",
    positions: [
      { statement: "islamabad-shelter", stance: "asserts" },
      { statement: "kabul-denies-shelter", stance: "denies" },
      { statement: "syed-dependence", stance: "qualifies", note: "Speaks of dependence, not of shelter." },
      {
        statement: "mehsud-ideology",
        stance: "qualifies",
        note: "Speaks of shared ideology as a hindrance to acting.",
      },
      {
        statement: "regional-urge",
        stance: "qualifies",
        note: "Takes for granted that armed groups are on Afghan soil.",
      },
    ],
  },
  {
    key: "internal",
    proposition: "The TTP is an internal matter of Pakistan",
    note: "Whether a state next door has a duty to act against the group.",
    positions: [
      { statement: "taliban-internal", stance: "asserts" },
      {
        statement: "islamabad-shelter",
        stance: "denies",
        note: "An accusation of shelter makes it a matter between two states.",
      },
      { statement: "regional-urge", stance: "denies", note: "Asks the Taliban to act." },
    ],
  },
  {
    key: "detente",
    proposition: "Pakistan and Afghanistan can reach a détente soon",
    note: "Soon: within the months after the Istanbul talks. A forecast, so no verdict on its truth is given.",
    positions: [
      { statement: "trump-quickly", stance: "predicts" },
      { statement: "analysts-distrust", stance: "doubts" },
      { statement: "yousafzai-detente", stance: "doubts" },
      {
        statement: "diplomats-hope",
        stance: "qualifies",
        note: "A hope for more mediation, not for its success.",
      },
      { statement: "trump-ready", stance: "asserts", note: "Offers a precedent." },
    ],
  },
  {
    key: "must-act",
    proposition: "Kabul must act against the TTP",
    note: "To act: to move against the group on Afghan soil, by force or by law.",
    positions: [
      { statement: "pakistan-demand", stance: "demands" },
      {
        statement: "regional-urge",
        stance: "demands",
        note: "Speaks of armed groups, the TTP among them or not.",
      },
      { statement: "taliban-internal", stance: "denies", note: "Leaves the group to Pakistan." },
      {
        statement: "yaqoob-terrorism",
        stance: "doubts",
        note: "Doubts the word under which action is asked for; does not name the group.",
      },
      {
        statement: "yaqoob-brand",
        stance: "doubts",
        note: "Says that any government can give its adversaries that name.",
      },
      { statement: "syed-dependence", stance: "qualifies", note: "Says why it would be hard." },
      { statement: "mehsud-ideology", stance: "qualifies", note: "Says why it would be hard." },
    ],
  },
  {
    key: "force",
    proposition: "Pakistan will turn to force if attacks across the border go on",
    note: "Force: strikes or war on Afghan territory after the Istanbul talks. A forecast, so no verdict on its truth is given.",
    positions: [
      { statement: "asif-open-war", stance: "predicts", note: "A threat with a condition." },
      { statement: "analysts-military", stance: "predicts" },
      { statement: "experts-strikes", stance: "predicts" },
      { statement: "diplomats-hope", stance: "doubts", note: "Expects mediation instead." },
      {
        statement: "yousafzai-disastrous",
        stance: "qualifies",
        note: "Speaks of what it would cost Pakistan.",
      },
    ],
  },
  {
    key: "attacks-count",
    proposition: "The TTP carried out at least 600 attacks on security forces in a year",
    note: "Period and unit decide the figure: attacks, not casualties; the twelve months’ first day is not given.",
    positions: [{ statement: "acled-600", stance: "asserts" }],
  },
];
