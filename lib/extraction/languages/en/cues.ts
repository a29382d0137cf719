const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Verbs that only help another verb, or link, and report nothing by themselves. */
export const auxiliaries = words(
  "be is are was were am been being 's 're 'm has have had having 've 'd do does did doing will would shall should may might must can could 'll ca wo",
);

/** Particles that belong to the verb before them: "pointed out", "went on". */
export const particles = words("out up on back off down over");

/** Nouns that can report a statement ("claims that", "calls for"), as stems. */
export const nominalCues = words(
  "accusation advice agreement allegation announcement answer appeal argument assertion assessment assurance belief bet call caution " +
    "claim comment commitment complaint concern conclusion condemnation confirmation conviction criticism critique decision declaration demand " +
    "denial denunciation description desire doubt endorsement estimate expectation explanation fear feeling finding forecast " +
    "guess hint hope idea implication impression indication insistence intention invitation judgment judgement justification knowledge lie " +
    "message notion objection observation offer opinion opposition order perception plan plea pledge position praise prediction " +
    "promise proposal prospect question rationale reassurance rebuke recommendation refusal rejection remark reminder reply report request " +
    "response revelation ruling rumor rumour sense sign signal speculation statement suggestion support suspicion talk testimony theory thinking thought threat " +
    "tweet understanding view vow warning willingness wish word worry attack accord discussion analysis account letter speech interview " +
    "news debate disclosure evidence story proof slogan joke quip retort chant excuse insult jab backing ad advertisement memo e-mail email post letter essay column",
);

/** Verbs that follow a question or an exclamation in quotation marks within the same sentence. */
export const quotingVerbs: readonly string[] = (
  "said says asked asks added adds wrote writes tweeted tweets told tells replied shouted yelled cried demanded wondered exclaimed " +
  "declared continued quipped joked responded answered posted noted remarked recalled thundered chanted screamed read reads sang went"
).split(" ");
