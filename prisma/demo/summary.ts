/**
 * The demo's source: our own summary of press reporting on the Istanbul talks, 28 October 2025.
 * Words inside quotation marks are the speakers', kept exact; every other sentence was written for this demo.
 */
export const SUMMARY_TITLE =
  "Istanbul talks between Pakistan and Afghanistan stall: a summary of the reporting";

const PARAGRAPHS = [
  "Three days of negotiation in Istanbul between Pakistan and Afghanistan ended without agreement. Officials said on Tuesday that the talks had come to a standstill. Qatar and Türkiye had mediated, as they had in Doha, where a truce was reached on 19 October after a week of fighting.",

  "Pakistani officials said that Monday’s session lasted close to 18 hours and came to nothing because the Afghan side had, as they alleged, gone back on its position. Pakistan demands that Kabul move decisively against the Pakistan Taliban, the Tehreek-e-Taliban Pakistan (TTP).",

  "A Pakistani official who was not named told Al Jazeera that “instructions received from Kabul” had complicated the negotiations. Afghan officials put the blame on Islamabad, citing a “lack of coordination”, and said that the Pakistani delegates got up from the table again and again.",

  "Donald Trump, the President of the United States, was at the ASEAN Summit in Malaysia earlier in the week when he said he could “solve the Afghanistan–Pakistan crisis very quickly,” one more offer from a man who wishes to be seen as a mediator.",

  "Analysts said that a lasting settlement was improbable because of “deep-rooted distrust and conflicting priorities.”",

  "Baqir Sajjad Syed, a national security journalist and former Wilson Center fellow, said that Pakistan’s record of intervening in Afghanistan makes any concession a political risk for the Afghan Taliban. “The Taliban’s dependence on the TTP for maintaining internal security makes it difficult for them to break ties, despite Pakistan’s concerns,” Syed told Al Jazeera.",

  "Islamabad accuses the Taliban of giving shelter to the TTP, whose attacks in Khyber Pakhtunkhwa and Balochistan have grown. Kabul denies that it harbours the TTP or other groups, among them the Balochistan Liberation Army and ISIL-K. The Taliban argue that the TTP is a matter inside Pakistan, for Pakistan to settle.",

  "Mullah Yaqoob, Afghanistan’s defence minister, said recently that the word “terrorism” is often put to political use. He added that “any government can brand its adversaries as terrorists for its own agenda.”",

  "Regional powers, Iran, China, Russia and several Central Asian states among them, have urged the Taliban to rein in the armed groups on their soil. Data from the Armed Conflict Location & Event Data (ACLED) project shows that the TTP carried out no fewer than 600 attacks on security forces within a year, and that 2025 has already passed that number.",

  "Ihsanullah Tipu Mehsud, a security analyst, said that the ideology which the TTP shares with the Afghan Taliban makes it hard for Kabul to move against the group. The journalist Sami Yousafzai agreed, saying that “the prospects of détente now look increasingly remote.”",

  "Analysts warn that Islamabad may before long turn to limited military action against the TTP. Khawaja Asif, Pakistan’s Defence Minister, recently hinted at “open war” should attacks across the border go on. Experts believe that talk of this kind could announce air strikes on chosen targets in Afghanistan if diplomacy breaks down.",

  "Some diplomats hope that mediation will go on, perhaps at another venue or with more countries at the table. Trump has also said that he is ready to step in and broker a peace, pointing to what he did between Thailand and Cambodia. Analysts caution that new fighting could serve the TTP while it harms both states. The firepower of Pakistan is greater, but the Taliban keep strong support where they live.",

  "“The Taliban’s attacks on Pakistani forces have increased their domestic popularity,” said Yousafzai. “If Pakistan responds militarily, civilian casualties could inflame anti-Pakistani sentiment across Afghanistan.” He warned that a call for jihad against Pakistan by the Taliban’s leader, Haibatullah Akhunzada, could bring thousands of young Afghans into the fighting. “Even if the Afghan side suffers more, it would still be disastrous for Pakistan,” Yousafzai said.",
];

export const SUMMARY = `${PARAGRAPHS.join("\n\n")}\n`;
