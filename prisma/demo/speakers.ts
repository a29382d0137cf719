export interface DemoSpeaker {
  readonly key: string;
  readonly name: string;
  readonly kind: "person" | "organisation" | "collective" | "anonymous";
  readonly description: string;
  readonly aliases?: readonly string[];
  readonly affiliation?: { readonly role: string; readonly body: string };
}

/** Roles as they stood on 28 October 2025; nothing is said of the years before or after. */
export const SPEAKERS: readonly DemoSpeaker[] = [
  {
    key: "officials",
    name: "Officials at the Istanbul talks",
    kind: "collective",
    description: "Officials of a side that the report does not give.",
  },
  {
    key: "pakistani-officials",
    name: "Pakistani officials",
    kind: "collective",
    description: "Officials of the Government of Pakistan, not named in the report.",
  },
  {
    key: "pakistani-official",
    name: "An unnamed Pakistani official",
    kind: "anonymous",
    description: "One official of the Government of Pakistan who spoke to Al Jazeera without a name.",
  },
  {
    key: "afghan-officials",
    name: "Afghan officials",
    kind: "collective",
    description: "Officials of the Taliban administration in Kabul, not named in the report.",
  },
  {
    key: "trump",
    name: "Donald Trump",
    kind: "person",
    description: "President of the United States in October 2025.",
    aliases: ["President Trump", "Donald J. Trump"],
    affiliation: { role: "President", body: "United States" },
  },
  {
    key: "analysts",
    name: "Analysts",
    kind: "collective",
    description: "Analysts whom the report does not name.",
  },
  {
    key: "syed",
    name: "Baqir Sajjad Syed",
    kind: "person",
    description: "National security journalist and former Wilson Center fellow, as printed.",
    aliases: ["Baqir Sajjad"],
    affiliation: { role: "National security journalist", body: "" },
  },
  {
    key: "islamabad",
    name: "Islamabad",
    kind: "organisation",
    description: "The Government of Pakistan, named by its capital.",
    aliases: ["Government of Pakistan"],
  },
  {
    key: "kabul",
    name: "Kabul",
    kind: "organisation",
    description: "The Taliban administration of Afghanistan, named by its capital.",
  },
  {
    key: "taliban",
    name: "The Taliban",
    kind: "organisation",
    description: "The Afghan Taliban, in power in Kabul since August 2021.",
    aliases: ["Afghan Taliban"],
  },
  {
    key: "yaqoob",
    name: "Mullah Yaqoob",
    kind: "person",
    description: "Defence minister of the Taliban administration in October 2025.",
    aliases: ["Mohammad Yaqoob", "Mullah Mohammad Yaqoob", "ملا یعقوب"],
    affiliation: { role: "Defence minister", body: "Afghanistan" },
  },
  {
    key: "regional-powers",
    name: "Regional powers",
    kind: "collective",
    description: "Iran, China, Russia and several Central Asian states, as the report groups them.",
  },
  {
    key: "acled",
    name: "Armed Conflict Location & Event Data",
    kind: "organisation",
    description: "A project that counts political violence from published reports.",
    aliases: ["ACLED"],
  },
  {
    key: "mehsud",
    name: "Ihsanullah Tipu Mehsud",
    kind: "person",
    description: "Security analyst, as printed.",
    aliases: ["Tipu Mehsud"],
    affiliation: { role: "Security analyst", body: "" },
  },
  {
    key: "yousafzai",
    name: "Sami Yousafzai",
    kind: "person",
    description: "Journalist, as printed.",
    aliases: ["Sami Yusufzai"],
    affiliation: { role: "Journalist", body: "" },
  },
  {
    key: "asif",
    name: "Khawaja Asif",
    kind: "person",
    description: "Defence Minister of Pakistan in October 2025.",
    aliases: ["Khawaja Muhammad Asif", "خواجہ آصف"],
    affiliation: { role: "Defence Minister", body: "Pakistan" },
  },
  {
    key: "experts",
    name: "Experts",
    kind: "collective",
    description: "Experts whom the report does not name.",
  },
  {
    key: "diplomats",
    name: "Some diplomats",
    kind: "collective",
    description: "Diplomats whom the report does not name.",
  },
];
