import { describe, expect, it } from "vitest";
import { checkDraft } from "./index";

const FERRY = `Ferry inquiry, day 3, transcript

[10:02] MS HARROW KC: Captain Dole, when did you hear the alarm?

[10:04] CAPTAIN DOLE: The bilge alarm rang twice that week. I was told by the mate that the office had ordered a new sensor. Three of the four boats launched. The fourth one jammed, because the davit had been painted over. I don't blame the crew for that.

[10:09] THE CHAIR: We will rise for fifteen minutes.`;
const PODCAST = `The Quay Podcast, episode 41

HOST: With me is the mayor, Otta Crane. Mayor, eleven stops for two hundred million is a lot.

CRANE: It is twelve stops. I hope for a tram by the spring, and roads cost more.`;
const BRIEFING = `Health briefing, 3 November 2026

00:00:12 Speaker 1: Good morning, I'm Dr Petra Nagel, chief medical officer. With me is Laszlo Tott from the agency.

00:01:10 Speaker 2: We have enough doses for every child under ten.

00:02:05 Speaker 1: We have had no deaths this autumn.`;
const MAIL = `From: Helga Moss <moss@school.example>
To: Paul Grane <grane@paper.example>
Date: Tue, 15 Sep 2026 16:20
Subject: Re: Questions on the dormitory

Dear Mr Grane,

The dormitory was not closed because of the mould alone. We expect to reopen the east wing in November.

Helga Moss, Dean

> On 14 Sep 2026 Paul Grane wrote:
> Have many students had to move into hotels, and has anybody been dismissed?`;
const ANSWERED = `Am I right that the pump failed?

Yes. It failed on the first night and nobody told us about it.

Jon Weir
Harbour office

On 3 May 2026 Anna Bell wrote:
> The valve was never my idea. I only signed the order.`;
const CHAT = `[22/08/2026, 07:58] Nula Byrne: I'm not washing a baby in that
[22/08/2026, 08:01] Declan Foy: I rang the council and the pipe at Drum Cross has burst
[22/08/2026, 08:15] Cllr Maeve Tull: I'd hope for clear water by tonight but I've no promise
[22/08/2026, 08:16] Declan Foy: You hoped for that in June too`;
const QUESTIONS = `Q&A: Wei Lann, world champion at 19

Q: Did you see the rook sacrifice coming?

A: I saw it when my hand had already left the piece.

Q: What would you be if not a player?

A: I would keep bees on the roof of my mother's house.`;
const OBITUARY = `Ludmila Brand, bookbinder, 1931–2026

Ludmila Brand, who bound three constitutions, died on Tuesday in Weimar.

In an interview in 1998 she spoke of her trade. “A tailor does not live in the suit,” she said.

Her daughter, Irma Voss, said the alarm of the workshop had not been tested since 2020. The funeral will be private.`;
const BANK = `Bank fined

Corvan Bank was fined 12 million euros on Monday. “This should not have happened at all,” its chairman, Leo Graf, said in a statement. The bank did not say whether anybody had been dismissed.

Vern Tate, a dealer, said he had lost money in every year but two. He said that median savings were 310 euros a year and that the bank had warned him three times. The branch shut around 11 p.m., he said.

The dean, Olaf Renn, said the town hoped to bring back as much as 60 grams of dust.

Striker Katrin Baur said the fee was “clearly below what was written”. The fee was thought to be 14 million euros.`;
const COUNCIL = `Minutes of Ashby Town Council, 6 May 2026, 7 p.m.

Present: Cllr Joan Pettifer (chair), Cllr Rafi Mirz

1. Cllr Mirz said that the roof of the pool would last another two winters.`;
const LAUNCH = `Launch put off

The launch has been put off, Orbita said on Tuesday. “The launch will not take place this week,” said Ines Carvo, a retired nurse. “In the ninth minute everybody saw it but one man,” she said.

Minister Olav Haug said the first 600 homes should be ready by Christmas, weather permitting.`;
const HEARING = `Public hearing on bus fares, Ellerton, 22 April 2026

Mr Dov Adlar (Ellerton Transit) said that fares would rise by 8 percent in July.`;
const against = {
  texts: [
    FERRY,
    PODCAST,
    BRIEFING,
    MAIL,
    ANSWERED,
    CHAT,
    QUESTIONS,
    OBITUARY,
    BANK,
    COUNCIL,
    LAUNCH,
    HEARING,
  ].map((text, at) => ({
    id: `${at}`,
    title: `${at}.txt`,
    text,
  })),
  statements: [],
};

describe("voices of what is pasted beside a draft", () => {
  it.each([
    [
      "an office that has a label of its own",
      "“The bilge alarm rang twice that week,” said the chair.",
      "wrong_speaker",
    ],
    [
      "a question laid to an office",
      "“Eleven stops for two hundred million is a lot,” the mayor said.",
      "reporters_words",
    ],
    ["a voice that names itself", "“We have had no deaths this autumn,” said Petra Nagel.", "exact"],
    [
      "a voice that another one names",
      "“We have enough doses for every child under ten,” said Laszlo Tott.",
      "exact",
    ],
    ["of two voices the other", "“We have had no deaths this autumn,” said Laszlo Tott.", "wrong_speaker"],
    [
      "who sent a mail",
      "“The dormitory was not closed because of the mould alone,” Helga Moss wrote.",
      "exact",
    ],
    ["what a mail answers", "“Has anybody been dismissed?” Helga Moss wrote.", "reporters_words"],
    ["whose mail is answered", "“The valve was never my idea,” Anna Bell wrote.", "exact"],
    ["who answers, by the signature", "“It failed on the first night,” Jon Weir wrote.", "exact"],
    ["of a mail and its answer the other", "“The valve was never my idea,” Jon Weir wrote.", "wrong_speaker"],
    ["a chat with dates", "“You hoped for that in June too,” wrote Declan Foy.", "exact"],
    ["another of a chat", "“You hoped for that in June too,” Nula Byrne replied.", "wrong_speaker"],
    [
      "letters below a head with one name",
      "“I would keep bees on the roof of my mother's house,” Wei Lann said.",
      "exact",
    ],
    [
      "who is named further down alone",
      "“A tailor does not live in the suit,” said Irma Voss.",
      "wrong_speaker",
    ],
  ])("%s: %s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings.map((one) => one.label)).toEqual([label]);
  });
});

describe("what is dropped or changed", () => {
  it.each([
    ["a hope", "“Clear water by tonight,” councillor Maeve Tull promised.", "lost_qualifier"],
    [
      "whom the speaker had it from, beside a pronoun",
      "Captain Dole was sure. “The office had ordered a new sensor,” he said.",
      "lost_qualifier",
    ],
    [
      "nothing, though a bank did not say whether",
      "“This should not have happened at all,” said Leo Graf.",
      "exact",
    ],
    ["an exception", "Vern Tate said that he had lost money in every year.", "lost_qualifier"],
    ["another period", "Vern Tate said median savings were 310 euros a month.", "wording_drift"],
    ["fewer times", "Vern Tate said that the bank had warned him twice.", "wording_drift"],
    ["another half of the day", "The branch shut around 11 a.m., Vern Tate said.", "wording_drift"],
    ["a hope and a bound", "Olaf Renn said the town would bring back 60 grams of dust.", "lost_qualifier"],
    [
      "nothing, in other words",
      "Irma Voss said that the alarm of the workshop had last been tested in 2020.",
      "cosmetic",
    ],
    [
      "the year of an interview",
      "In an interview in 1989 Ludmila Brand said: “A tailor does not live in the suit.”",
      "wrong_occasion",
    ],
    ["no year", "In an interview in 1998 Ludmila Brand said: “A tailor does not live in the suit.”", "exact"],
    [
      "the month of a meeting",
      "At the April meeting Rafi Mirz said that the roof of the pool would last another two winters.",
      "wrong_occasion",
    ],
    [
      "no title, written out",
      "Councillor Rafi Mirz said that the roof of the pool would last another two winters.",
      "exact",
    ],
    ["the reporter's number", "The fee was 14 million euros, Katrin Baur said.", "reporters_words"],
    [
      "one statement of two",
      "Captain Dole said that one boat had jammed because the davit had been painted over and that he blamed the crew.",
      "lost_qualifier",
    ],
    [
      "nothing of two",
      "Captain Dole said that the fourth boat had jammed because the davit had been painted over and he did not blame the crew.",
      "cosmetic",
    ],
    ["when a denial holds", "“The launch will not take place,” said Ines Carvo.", "lost_qualifier"],
    [
      "nothing, by somebody who is an owner too",
      "“The launch will not take place this week,” said the owner, Ines Carvo.",
      "exact",
    ],
    ["all but one", "“Everybody saw it,” said Ines Carvo.", "lost_qualifier"],
    ["the weather", "The first 600 homes would be ready by Christmas, Olav Haug said.", "lost_qualifier"],
    [
      "the month of a hearing",
      "At the March hearing Dov Adlar said that fares would rise by 8 percent in July.",
      "wrong_occasion",
    ],
  ])("%s: %s", (_, draft, label) => {
    expect(checkDraft(draft, against).findings.map((one) => one.label)).toEqual([label]);
  });
});
