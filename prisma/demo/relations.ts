import type { RelationType } from "@/lib/relations";

export interface DemoRelation {
  readonly type: RelationType;
  readonly from: string;
  readonly to: string;
  readonly rationale: string;
  readonly comparability: string;
  readonly state: "suggested" | "confirmed" | "rejected" | "resolved";
  readonly resolution?: "a_stands" | "b_stands" | "both_partly" | "different_definitions" | "unresolvable";
  readonly reason?: string;
}

export const RELATIONS: readonly DemoRelation[] = [
  {
    type: "contradicts",
    from: "pakistani-official-instructions",
    to: "afghan-officials-coordination",
    rationale:
      "Each puts the failure of the same session down to the other side: orders from Kabul, or disorder in Islamabad.",
    comparability: "The same talks, described by the two sides in one article.",
    state: "confirmed",
    reason: "Both are accounts of one cause and only one side can have been it.",
  },
  {
    type: "contradicts",
    from: "pakistani-officials-18-hours",
    to: "afghan-officials-left-table",
    rationale:
      "One says that progress ended when the Afghan side changed its position, the other that the Pakistani side kept leaving.",
    comparability:
      "Both speak of the talks in Istanbul; one of what was said there, the other of who was in the room.",
    state: "resolved",
    resolution: "both_partly",
    reason:
      "Leaving the table and changing a position can both have happened; neither account excludes the other in full.",
  },
  {
    type: "contradicts",
    from: "islamabad-shelter",
    to: "kabul-denies-shelter",
    rationale: "The one accuses the Taliban of giving the TTP shelter, the other denies exactly that.",
    comparability: "Standing positions of two governments on one question, reported side by side.",
    state: "confirmed",
    reason: "An accusation and its plain denial.",
  },
  {
    type: "contradicts",
    from: "syed-dependence",
    to: "taliban-internal",
    rationale:
      "The one says that the Taliban need the TTP for security inside Afghanistan, the other that the TTP is Pakistan’s business alone.",
    comparability: "One group, seen by an observer and by a party; both speak of how things stand now.",
    state: "confirmed",
    reason: "A group that one government depends on at home is not an internal matter of its neighbour.",
  },
  {
    type: "contradicts",
    from: "trump-quickly",
    to: "analysts-distrust",
    rationale:
      "One says that the crisis could be ended very quickly, the others that it will hardly end for good.",
    comparability:
      "One conflict in one report. He speaks of what he could do, they of a lasting settlement: what counts as solved may differ.",
    state: "confirmed",
    reason:
      "The report sets the one against the other; whether both mean the same end is for a resolution to say.",
  },
  {
    type: "contradicts",
    from: "trump-quickly",
    to: "yousafzai-detente",
    rationale:
      "Both speak in the same week of how near an end to the crisis is: one calls it quick, the other ever less likely.",
    comparability:
      "The same two governments and the same week; one speaks of what he could do, the other of what is to be expected.",
    state: "resolved",
    resolution: "different_definitions",
    reason: "An offer to act and a forecast of what others will do are not the same proposition.",
  },
  {
    type: "responds_to",
    from: "kabul-denies-shelter",
    to: "islamabad-shelter",
    rationale: "The report gives the denial as the answer to Pakistan’s accusation.",
    comparability: "Named in the report as claim and answer.",
    state: "confirmed",
    reason: "The denial names the claim that it answers.",
  },
  {
    type: "responds_to",
    from: "taliban-internal",
    to: "islamabad-shelter",
    rationale: "Instead of denying the group’s presence it says whose business the group is.",
    comparability: "The same accusation, answered on a different ground.",
    state: "suggested",
  },
  {
    type: "qualifies",
    from: "yaqoob-terrorism",
    to: "pakistan-demand",
    rationale:
      "Pakistan asks for action against an armed group; he says that the word “terrorism” is put to political use.",
    comparability: "He speaks of the word in general and is not reported to name Pakistan or the group.",
    state: "confirmed",
    reason: "It bears on what such a demand can rest on, without answering it.",
  },
  {
    type: "qualifies",
    from: "yousafzai-disastrous",
    to: "asif-open-war",
    rationale:
      "The threat of a war is met by the view that a war would be a disaster for the side that threatens.",
    comparability: "Both speak of a war between the two states; he is not reported to name the minister.",
    state: "confirmed",
    reason: "It says what the threat would cost, not that it was not made.",
  },
  {
    type: "corroborates",
    from: "analysts-distrust",
    to: "yousafzai-detente",
    rationale: "Both hold a settlement to be unlikely, for reasons of their own.",
    comparability:
      "Forecasts of the same outcome in the same report; whether the analysts include him is not told.",
    state: "confirmed",
    reason: "Two forecasts that point the same way, with the doubt about their independence noted.",
  },
  {
    type: "corroborates",
    from: "mehsud-ideology",
    to: "yousafzai-detente",
    rationale: "The report has Yousafzai agree with Mehsud, without saying with how much of it.",
    comparability: "One sentence after the other, tied by the word “agreed”.",
    state: "suggested",
  },
  {
    type: "qualifies",
    from: "syed-dependence",
    to: "kabul-denies-shelter",
    rationale:
      "Dependence on the TTP for security does not prove shelter, yet narrows what a denial can mean.",
    comparability: "Both speak of how the Taliban stand to the TTP; one as party, one as observer.",
    state: "suggested",
  },
  {
    type: "responds_to",
    from: "yousafzai-sentiment",
    to: "asif-open-war",
    rationale: "The report sets the warning about a military answer after the minister’s hint at open war.",
    comparability: "Both are about a Pakistani military answer; he is not reported to name the minister.",
    state: "suggested",
  },
  {
    type: "contradicts",
    from: "diplomats-hope",
    to: "analysts-military",
    rationale: "One expects more mediation, the other limited military action by Islamabad.",
    comparability: "Expectations for the same weeks after the talks.",
    state: "rejected",
    reason: "Mediation and limited strikes can go on side by side; a hope is not a forecast.",
  },
];
