import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

/** What the draft's words in marks are called where the record has them in this sentence of hers. */
function labelOf(record: string, words: string, cue = "said") {
  const text = `“${record},” said Elsa Dorling, a guide, on Monday.`;
  const draft = /^\p{Lu}/u.test(words)
    ? `“${words},” ${cue} Elsa Dorling, a guide.`
    : `Elsa Dorling, a guide, ${cue} “${words}”.`;
  return checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] }).findings[0]?.label;
}

describe("what opens the record's clause and bounds the quoted words", () => {
  it.each([
    ["The plan was that the school would close in June", "the school would close in June"],
    ["There is a risk that the dam will break", "the dam will break"],
    ["The idea that the army sold the guns is nonsense", "the army sold the guns"],
    ["I would be lying if I said we were ready", "we were ready"],
    ["It is a myth that cats hate water", "cats hate water"],
    ["It was as though the street had died", "the street had died"],
    ["I dreamed the house was on fire", "the house was on fire"],
    ["Were the strike to go on, the paper would close", "the paper would close"],
    ["Should the vote fail, we will leave the coalition", "we will leave the coalition"],
    ["But for the dog, the child would have drowned", "the child would have drowned"],
    ["With more money, we could feed the whole street", "we could feed the whole street"],
    ["In an ideal world, every child would have a room", "every child would have a room"],
    ["Officially the prison is empty", "The prison is empty"],
    ["From a distance, the paint looks new", "the paint looks new"],
    ["Compared with the city, the rents are low", "the rents are low"],
    ["By our standards, the season was a success", "the season was a success"],
    ["In summer the pass is closed to cars", "The pass is closed to cars"],
    ["Back then the police were friends of ours", "The police were friends of ours"],
    ["Ten years ago the factory had two thousand workers", "The factory had two thousand workers"],
    ["When I was a girl the harbour was full of boats", "The harbour was full of boats"],
    ["Until the war the village had a school", "The village had a school"],
  ])("%s", (record, words) => {
    expect(labelOf(record, words)).toBe("lost_qualifier");
  });

  it.each([
    ["The truth is that the hall is empty", "the hall is empty"],
    ["The fact that we are late is a disgrace", "we are late"],
    ["Last week we opened the new hall", "We opened the new hall"],
    ["When we came to the hut, the door was open", "the door was open"],
    ["With great pleasure, we open the hall", "we open the hall"],
    ["With respect, the minister could have asked", "the minister could have asked"],
    ["As a doctor I see this every week", "I see this every week"],
    ["At night the wolves came", "The wolves came"],
    ["After the concert, the band left by bus", "the band left by bus"],
  ])("bounds nothing: %s", (record, words) => {
    expect(labelOf(record, words)).not.toBe("lost_qualifier");
  });
});

describe("what goes on behind the quoted words and bounds them", () => {
  it.each([
    ["The well is poisoned, they say", "The well is poisoned"],
    ["The guards were drunk, I was told", "The guards were drunk"],
    ["The ship was safe, the minister told us", "The ship was safe"],
    ["The ship was safe, according to the yard", "The ship was safe"],
    ["The road is closed, it seems", "The road is closed"],
    ["The road is closed on paper", "The road is closed"],
    ["The pool is free for members", "The pool is free"],
    ["The pool is free once you have a card", "The pool is free"],
    ["The vaccine works – in mice", "The vaccine works"],
    ["The vaccine works. In mice", "The vaccine works"],
    ["We are safe. For now", "We are safe"],
    ["We will rebuild the mill, money permitting", "We will rebuild the mill"],
    ["We will rebuild the mill, should the state agree", "We will rebuild the mill"],
    ["We will rebuild the mill, or part of it", "We will rebuild the mill"],
    ["We will rebuild the mill or move the village", "We will rebuild the mill"],
    ["The tax will rise – or that was the plan", "The tax will rise"],
    ["The film was a success compared with the last one", "The film was a success"],
    ["The king is dead? I know nothing of it", "The king is dead"],
  ])("%s", (record, words) => {
    expect(labelOf(record, words)).toBe("lost_qualifier");
  });

  it.each([
    ["The tax will rise, and I welcome it", "The tax will rise"],
    ["The tax will rise because the state is poor", "The tax will rise"],
    ["The road is safe, and I drive it every day", "The road is safe"],
    ["The work is done. In June we go home", "The work is done"],
    ["It was a success and a joy to watch", "It was a success"],
    ["The tap was running when I came home", "The tap was running"],
    ["The tap was running, by the way", "The tap was running"],
  ])("bounds nothing: %s", (record, words) => {
    expect(labelOf(record, words)).toBe("exact");
  });

  it("is told outside the marks of the draft", () => {
    const text = "“Ten years ago the lake was clean,” said Elsa Dorling, a guide.";
    const draft = "Ten years ago, said Elsa Dorling, a guide, “the lake was clean”.";
    const { findings } = checkDraft(draft, { texts: [{ id: "a", title: "a.txt", text }], statements: [] });
    expect(findings[0]?.label).not.toBe("lost_qualifier");
  });
});
