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
    note: "Each delegation names the other as the cause of the halt on 27 October 2025.",
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
    key: "attacks-count",
    proposition: "The TTP carried out at least 600 attacks on security forces in a year",
    note: "Period and unit decide the figure: attacks, not casualties; the twelve months’ first day is not given.",
    positions: [{ statement: "acled-600", stance: "asserts" }],
  },
];
