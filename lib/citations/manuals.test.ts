import { describe, expect, it, vi } from "vitest";
import type { CitedStatement } from "./csl-item";
import { type CitationForm, citeStatement } from "./format";
import { CITATION_STYLES } from "./style-names";

vi.hoisted(() => {
  process.env.BASE_URL = "https://verbatim.example";
});

// Every kind of work in every style, read by eye against its manual: the entry, then what stands in the note or in the text. The
// sections are named where they are known; where none is, the style of the CSL project is taken at its word.
const EXPECTED = `
## a signed newspaper article (Chicago 14.191, 14.198, 14.260; APA 8.6, 10.1; MLA 5.23, 6.77)
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Hussain, A. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## an unsigned newspaper article (Chicago 14.199; APA 9.12, 8.14; MLA 6.17)
chicago-notes
  *The Example Times*. “Peace Talks Stall in Istanbul.” October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Peace talks stall in Istanbul. (2025, October 28). *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in “Peace Talks Stall in Istanbul,” 2025)
mla
  “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in “Peace Talks Stall in Istanbul”)
chicago-author-date
  *The Example Times*. 2025. “Peace Talks Stall in Istanbul,” October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in *The Example Times* 2025)
harvard
  *The Example Times* (2025) ‘Peace talks stall in Istanbul’, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in *The Example Times*, 2025)
vancouver
  1. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## three authors (Chicago 14.76; APA 9.8, 8.17; MLA 5.8)
chicago-notes
  Hussain, Abid, Sabena Siddiqui, and Jane Roe. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Abid Hussain, Sabena Siddiqui, and Jane Roe, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Hussain, A., Siddiqui, S., & Roe, J. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Hussain et al., 2025)
mla
  Hussain, Abid, et al. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Hussain et al.)
chicago-author-date
  Hussain, Abid, Sabena Siddiqui, and Jane Roe. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Hussain, Siddiqui, and Roe 2025)
harvard
  Hussain, A., Siddiqui, S. and Roe, J. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Hussain, Siddiqui and Roe, 2025)
vancouver
  1. Hussain A, Siddiqui S, Roe J. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a person and a body as authors (Chicago 14.76; APA 9.8, 9.11; MLA 5.7)
chicago-notes
  Roe, Jane, and Human Rights Watch. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Jane Roe and Human Rights Watch, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Roe, J., & Human Rights Watch. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Roe & Human Rights Watch, 2025)
mla
  Roe, Jane, and Human Rights Watch. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Roe and Human Rights Watch)
chicago-author-date
  Roe, Jane, and Human Rights Watch. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Roe and Human Rights Watch 2025)
harvard
  Roe, J. and Human Rights Watch (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Roe and Human Rights Watch, 2025)
vancouver
  1. Roe J, Human Rights Watch. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## an agency as author (APA 9.11)
chicago-notes
  Associated Press. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Associated Press, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Associated Press. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Associated Press, 2025)
mla
  Associated Press. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Associated Press)
chicago-author-date
  Associated Press. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Associated Press 2025)
harvard
  Associated Press (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Associated Press, 2025)
vancouver
  1. Associated Press. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a suffix (APA 9.8)
chicago-notes
  King, Martin Luther, Jr. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Martin Luther King Jr., “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  King, M. L., Jr. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in King, 2025)
mla
  King, Martin Luther, Jr. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in King)
chicago-author-date
  King, Martin Luther, Jr. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in King 2025)
harvard
  King, M.L., Jr. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in King, 2025)
vancouver
  1. King ML Jr. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a particle (APA 9.9)
chicago-notes
  Berg, Jan van der. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Jan van der Berg, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  van der Berg, J. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in van der Berg, 2025)
mla
  van der Berg, Jan. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in van der Berg)
chicago-author-date
  Berg, Jan van der. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in van der Berg 2025)
harvard
  van der Berg, J. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in van der Berg, 2025)
vancouver
  1. van der Berg J. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a family name that is printed first
chicago-notes
  Kim Jong Un. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Kim Jong Un, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Kim, J. U. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Kim, 2025)
mla
  Kim Jong Un. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Kim)
chicago-author-date
  Kim Jong Un. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Kim 2025)
harvard
  Kim, J.U. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Kim, 2025)
vancouver
  1. Kim JU. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a name without a family name
chicago-notes
  Aung San Suu Kyi. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Aung San Suu Kyi, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Aung San Suu Kyi. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Aung San Suu Kyi, 2025)
mla
  Aung San Suu Kyi. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Aung San Suu Kyi)
chicago-author-date
  Aung San Suu Kyi. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Aung San Suu Kyi 2025)
harvard
  Aung San Suu Kyi (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Aung San Suu Kyi, 2025)
vancouver
  1. Aung San Suu Kyi. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a page of a broadcaster’s site (Chicago 14.207; APA 10.16)
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” Example Television, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” Example Television, October 28, 2025, https://news.example/talks
apa
  Hussain, A. (2025, October 28). *Peace talks stall in Istanbul*. Example Television. https://news.example/talks
  (Yousafzai, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *Example Television*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” Example Television. October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) *Peace talks stall in Istanbul*, *Example Television*. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul [Internet]. Example Television; 2025 [cited 2025 Oct 29]. Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a page that an organisation publishes itself
chicago-notes
  Human Rights Watch. “Peace Talks Stall in Istanbul,” October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Human Rights Watch, “Peace Talks Stall in Istanbul,” October 28, 2025, https://news.example/talks
apa
  Human Rights Watch. (2025, October 28). *Peace talks stall in Istanbul*. https://news.example/talks
  (Yousafzai, as cited in Human Rights Watch, 2025)
mla
  “Peace Talks Stall in Istanbul.” *Human Rights Watch*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in “Peace Talks Stall in Istanbul”)
chicago-author-date
  Human Rights Watch. 2025. “Peace Talks Stall in Istanbul.” October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Human Rights Watch 2025)
harvard
  Human Rights Watch (2025) *Peace talks stall in Istanbul*. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Human Rights Watch, 2025)
vancouver
  1. Human Rights Watch. Peace talks stall in Istanbul [Internet]. 2025 [cited 2025 Oct 29]. Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a page without a date (Chicago 14.207, 14.12; APA 9.17, 9.16; MLA 5.111)
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” Example Television. Accessed October 29, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” Example Television, accessed October 29, 2025, https://news.example/talks
apa
  Hussain, A. (n.d.). *Peace talks stall in Istanbul*. Example Television. Retrieved October 29, 2025, from https://news.example/talks
  (Yousafzai, as cited in Hussain, n.d.)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *Example Television*, https://news.example/talks. Accessed 29 Oct. 2025.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. n.d. “Peace Talks Stall in Istanbul.” Example Television. Accessed October 29, 2025. https://news.example/talks.
  (Yousafzai, quoted in Hussain, n.d.)
harvard
  Hussain, A. (no date) *Peace talks stall in Istanbul*, *Example Television*. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Hussain, no date)
vancouver
  1. Hussain A. Peace talks stall in Istanbul [Internet]. Example Television; [cited 2025 Oct 29]. Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a month without a day
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 2025, https://news.example/talks
apa
  Hussain, A. (2025, October). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, Oct. 2025, https://news.example/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 2025. https://news.example/talks.
  (Yousafzai, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a broadcast
chicago-notes
  “Peace Talks Stall in Istanbul.” *BBC News*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in “Peace Talks Stall in Istanbul,” *BBC News*, October 28, 2025, https://news.example/talks
apa
  BBC News. (2025, October 28). *Peace talks stall in Istanbul* [Broadcast]. https://news.example/talks
  (Yousafzai, as cited in BBC News, 2025)
mla
  “Peace Talks Stall in Istanbul.” *BBC News*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in “Peace Talks Stall in Istanbul”)
chicago-author-date
  “Peace Talks Stall in Istanbul.” 2025. *BBC News*. https://news.example/talks.
  (Yousafzai, quoted in “Peace Talks Stall in Istanbul” 2025)
harvard
  ‘Peace talks stall in Istanbul’ (2025) *BBC News*. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in ‘Peace talks stall in Istanbul’, 2025)
vancouver
  1. Peace talks stall in Istanbul [Internet]. BBC News. 2025 [cited 2025 Oct 29]. Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## one’s own speech
chicago-notes
  Zelenskyy, Volodymyr. “Address to the Nation.” Speech. Office of the President, October 28, 2025. https://news.example/talks.
  Volodymyr Zelenskyy, “Address to the Nation,” speech, Office of the President, October 28, 2025, https://news.example/talks
apa
  Zelenskyy, V. (2025, October 28). *Address to the Nation* [Speech]. Office of the President. https://news.example/talks
  (Zelenskyy, 2025)
mla
  Zelenskyy, Volodymyr. “Address to the Nation.” *Office of the President*, Speech, 28 Oct. 2025, https://news.example/talks.
  (Zelenskyy)
chicago-author-date
  Zelenskyy, Volodymyr. 2025. “Address to the Nation.” Speech. Office of the President. October 28, 2025. https://news.example/talks.
  (Zelenskyy 2025)
harvard
  Zelenskyy, V. (2025) *Address to the Nation* [Speech], *Office of the President*. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Zelenskyy, 2025)
vancouver
  1. Zelenskyy V. Address to the Nation [Internet]. Office of the President; 2025 [cited 2025 Oct 29]. Available from: https://news.example/talks
  (1)
## a press release
chicago-notes
  Foreign Ministry. “Peace Talks Stall in Istanbul.” Press release, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Foreign Ministry, “Peace Talks Stall in Istanbul,” press release, October 28, 2025, https://news.example/talks
apa
  Foreign Ministry. (2025, October 28). *Peace talks stall in Istanbul* [Press release]. https://news.example/talks
  (Yousafzai, as cited in Foreign Ministry, 2025)
mla
  “Peace Talks Stall in Istanbul.” *Foreign Ministry*, Press release, 28 Oct. 2025, https://news.example/talks.
  (qtd. in “Peace Talks Stall in Istanbul”)
chicago-author-date
  Foreign Ministry. 2025. “Peace Talks Stall in Istanbul.” Press release. October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Foreign Ministry 2025)
harvard
  Foreign Ministry (2025) *Peace talks stall in Istanbul* [Press release]. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Foreign Ministry, 2025)
vancouver
  1. Foreign Ministry. Peace talks stall in Istanbul [Internet]. 2025 [cited 2025 Oct 29]. Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a paraphrase (APA 8.6: a source that is cited as in another)
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, cited in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Hussain, A. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (cited in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, cited in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, cited in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, cited in (1)
## a day of its own and a hearer
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, to Al Jazeera, October 27, 2024, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Hussain, A. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Yousafzai, 2024, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai 2024, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, 2024, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a body that speaks
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Ministry of Health, Labour and Welfare, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Hussain, A. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (Ministry of Health, Labour and Welfare, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Ministry of Health, Labour and Welfare, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Ministry of Health, Labour and Welfare, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Ministry of Health, Labour and Welfare, quoted in (1)
## a voice without a name
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  An unnamed official, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Hussain, A. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (an unnamed official, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (an unnamed official, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (an unnamed official, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  an unnamed official, quoted in (1)
## a title in a right-to-left script
chicago-notes
  ⁨عابد حسین⁩. “⁨استنبول میں مذاکرات⁩.” *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in ⁨عابد حسین⁩, “⁨استنبول میں مذاکرات⁩,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  ⁨عابد حسین⁩. (2025, October 28). ⁨استنبول میں مذاکرات⁩. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in ⁨عابد حسین⁩, 2025)
mla
  ⁨عابد حسین⁩. “⁨استنبول میں مذاکرات⁩.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in ⁨عابد حسین⁩)
chicago-author-date
  ⁨عابد حسین⁩. 2025. “⁨استنبول میں مذاکرات⁩.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in ⁨عابد حسین⁩ 2025)
harvard
  ⁨عابد حسین⁩ (2025) ‘⁨استنبول میں مذاکرات⁩’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in ⁨عابد حسین⁩, 2025)
vancouver
  1. ⁨عابد حسین⁩. ⁨استنبول میں مذاکرات⁩. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## an interview that was printed (Chicago 14.213; APA 8.9; MLA 5.7)
chicago-notes
  Yousafzai, Sami. “We Will Not Sign.” Interview by Jane Roe. *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, “We Will Not Sign,” interview by Jane Roe, *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Yousafzai, S. (2025, October 28). We Will Not Sign (J. Roe, Interviewer) [Interview]. In *The Example Times*. https://news.example/talks
  (Yousafzai, 2025)
mla
  Yousafzai, Sami. “We Will Not Sign.” *The Example Times*, interview by Jane Roe, 28 Oct. 2025, https://news.example/talks.
  (Yousafzai)
chicago-author-date
  Yousafzai, Sami. 2025. “We Will Not Sign.” Interview by Jane Roe. *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai 2025)
harvard
  Yousafzai, S. (2025) ‘We Will Not Sign’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, 2025)
vancouver
  1. Yousafzai S. We Will Not Sign. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  (1)
## an interview of one’s own (Chicago 14.211; APA 8.9; MLA 5.7)
chicago-notes
  Yousafzai, Sami. “Interview in Doha.” Interview by Jane Roe, October 28, 2025.
  Sami Yousafzai, “Interview in Doha,” interview by Jane Roe, October 28, 2025
apa
  Yousafzai, S. (2025, October 28). *Interview in Doha* (J. Roe, Interviewer) [Personal communication].
  (S. Yousafzai, personal communication, October 28, 2025)
mla
  Yousafzai, Sami. *Interview in Doha*. Interview by Jane Roe, 28 Oct. 2025.
  (Yousafzai)
chicago-author-date
  Yousafzai, Sami. 2025. “Interview in Doha.” Interview by Jane Roe. October 28, 2025.
  (Yousafzai 2025)
harvard
  Yousafzai, S. (2025) *Interview in Doha*.
  (Yousafzai, 2025)
vancouver
  1. Yousafzai S. Interview in Doha. 2025.
  (1)
## a hearing (Chicago 14.283, as a page)
chicago-notes
  Committee on Foreign Affairs. “Hearing on the Withdrawal.” Hearing, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in “Hearing on the Withdrawal,” hearing, Committee on Foreign Affairs, October 28, 2025, https://news.example/talks
apa
  *Hearing on the Withdrawal*. (2025, October 28). [Hearing]. Committee on Foreign Affairs. https://news.example/talks
  (Yousafzai, as cited in *Hearing on the Withdrawal*, 2025)
mla
  “Hearing on the Withdrawal.” *Committee on Foreign Affairs*, Hearing, 28 Oct. 2025, https://news.example/talks.
  (qtd. in “Hearing on the Withdrawal”)
chicago-author-date
  “Hearing on the Withdrawal.” 2025. Hearing. Committee on Foreign Affairs. October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in “Hearing on the Withdrawal” 2025)
harvard
  *Hearing on the Withdrawal* [Hearing] (2025) *Committee on Foreign Affairs*. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in *Hearing on the Withdrawal* [Hearing], 2025)
vancouver
  1. Hearing on the Withdrawal [Internet]. Committee on Foreign Affairs; 2025 [cited 2025 Oct 29]. Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a post with its account (Chicago 14.209; APA 10.15; MLA 5.8)
chicago-notes
  Yousafzai, Sami (@sami). “We will not sign.” *Bluesky*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai (@sami), “We will not sign,” *Bluesky*, October 28, 2025, https://news.example/talks
apa
  Yousafzai, S. [@sami]. (2025, October 28). *We will not sign* [Online post]. Bluesky. https://news.example/talks
  (Yousafzai, 2025)
mla
  Yousafzai, Sami [@sami]. “We will not sign.” *Bluesky*, 28 Oct. 2025, https://news.example/talks.
  (Yousafzai)
chicago-author-date
  Yousafzai, Sami (@sami). 2025. “We will not sign.” Bluesky. October 28, 2025. https://news.example/talks.
  (Yousafzai 2025)
harvard
  Yousafzai, S. [@sami] (2025) *We will not sign*, *Bluesky*. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, 2025)
vancouver
  1. Yousafzai S. We will not sign [Internet]. Bluesky; 2025 [cited 2025 Oct 29]. Available from: https://news.example/talks
  (1)
## a post of a body (APA 10.15)
chicago-notes
  Ministry of Roads (@mor). “We will not sign.” *Bluesky*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Ministry of Roads (@mor), “We will not sign,” *Bluesky*, October 28, 2025, https://news.example/talks
apa
  Ministry of Roads [@mor]. (2025, October 28). *We will not sign* [Online post]. Bluesky. https://news.example/talks
  (Yousafzai, as cited in Ministry of Roads, 2025)
mla
  Ministry of Roads [@mor]. “We will not sign.” *Bluesky*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Ministry of Roads)
chicago-author-date
  Ministry of Roads (@mor). 2025. “We will not sign.” Bluesky. October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Ministry of Roads 2025)
harvard
  Ministry of Roads [@mor] (2025) *We will not sign*, *Bluesky*. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Ministry of Roads, 2025)
vancouver
  1. Ministry of Roads. We will not sign [Internet]. Bluesky; 2025 [cited 2025 Oct 29]. Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a title in other letters, translated (Chicago 14.99; APA 9.38)
chicago-notes
  Hussain, Abid. “Gozaresh az Kabol” [A Report from Kabul]. *The Example Times*, October 28, 2025. https://news.example/talks.
  Sami Yousafzai, quoted in Abid Hussain, “Gozaresh az Kabol” [A Report from Kabul], *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Hussain, A. (2025, October 28). Gozaresh az Kabol [A Report from Kabul]. *The Example Times*. https://news.example/talks
  (Yousafzai, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Gozaresh az Kabol” [A Report from Kabul]. *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Gozaresh az Kabol” [A Report from Kabul]. *The Example Times*, October 28, 2025. https://news.example/talks.
  (Yousafzai, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Gozaresh az Kabol’ [A Report from Kabul], *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Gozaresh az Kabol [A Report from Kabul]. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  Yousafzai, quoted in (1)
## a copy kept elsewhere (Chicago 14.10)
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks, archived at https://archive.example/1/talks.
  Sami Yousafzai, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks, archived at https://archive.example/1/talks
apa
  Hussain, A. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks, archived at https://archive.example/1/talks
  (Yousafzai, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks, archived at https://archive.example/1/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks, archived at https://archive.example/1/talks.
  (Yousafzai, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks, archived at https://archive.example/1/talks (Accessed: 29 October 2025).
  (Yousafzai, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks, archived at https://archive.example/1/talks
  Yousafzai, quoted in (1)
## a party that speaks (APA 9.11)
chicago-notes
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  African National Congress, quoted in Abid Hussain, “Peace Talks Stall in Istanbul,” *The Example Times*, October 28, 2025, https://news.example/talks
apa
  Hussain, A. (2025, October 28). Peace talks stall in Istanbul. *The Example Times*. https://news.example/talks
  (African National Congress, as cited in Hussain, 2025)
mla
  Hussain, Abid. “Peace Talks Stall in Istanbul.” *The Example Times*, 28 Oct. 2025, https://news.example/talks.
  (qtd. in Hussain)
chicago-author-date
  Hussain, Abid. 2025. “Peace Talks Stall in Istanbul.” *The Example Times*, October 28, 2025. https://news.example/talks.
  (African National Congress, quoted in Hussain 2025)
harvard
  Hussain, A. (2025) ‘Peace talks stall in Istanbul’, *The Example Times*, 28 October. Available at: https://news.example/talks (Accessed: 29 October 2025).
  (African National Congress, quoted in Hussain, 2025)
vancouver
  1. Hussain A. Peace talks stall in Istanbul. The Example Times [Internet]. 2025 Oct 28 [cited 2025 Oct 29]; Available from: https://news.example/talks
  African National Congress, quoted in (1)
`;

type Changes = readonly [source: Partial<CitedStatement["source"]>, rest?: Partial<CitedStatement>];

const MINISTRY = { name: "Foreign Ministry", kind: "ministry" };
const SITE = { name: "Example Television", kind: "broadcaster" };
const ORGANISATION = { name: "Human Rights Watch", kind: "organisation" };
const UNDATED = { publishedOn: null, publishedOnPrecision: null };
const president = "Volodymyr Zelenskyy";
const saidBefore = {
  saidOn: new Date("2024-10-27T00:00:00Z"),
  saidOnPrecision: "day",
  addressee: "Al Jazeera",
};

const WORKS: Readonly<Record<string, Changes>> = {
  "a signed newspaper article": [{}],
  "an unsigned newspaper article": [{ author: null }],
  "three authors": [{ author: "Abid Hussain, Sabena Siddiqui and Jane Roe" }],
  "a person and a body as authors": [{ author: "Jane Roe and Human Rights Watch" }],
  "an agency as author": [{ author: "Associated Press" }],
  "a suffix": [{ author: "Martin Luther King, Jr." }],
  "a particle": [{ author: "Jan van der Berg" }],
  "a family name that is printed first": [{ author: "Kim Jong Un" }],
  "a name without a family name": [{ author: "Aung San Suu Kyi" }],
  "a page of a broadcaster’s site": [{ outlet: SITE }],
  "a page that an organisation publishes itself": [{ author: "Human Rights Watch", outlet: ORGANISATION }],
  "a page without a date": [{ outlet: SITE, ...UNDATED }],
  "a month without a day": [{ publishedOnPrecision: "month" }],
  "a broadcast": [{ kind: "broadcast", author: null, outlet: { name: "BBC News", kind: "unspecified" } }],
  "one’s own speech": [
    {
      ...{ kind: "speech", title: "Address to the Nation", author: president },
      outlet: { name: "Office of the President", kind: "ministry" },
    },
    { speaker: { name: president, kind: "person" } },
  ],
  "a press release": [{ kind: "press_release", author: null, outlet: MINISTRY }],
  "a paraphrase": [{}, { form: "indirect" }],
  "a day of its own and a hearer": [{}, saidBefore],
  "a body that speaks": [
    {},
    { speaker: { name: "Ministry of Health, Labour and Welfare", kind: "organisation" } },
  ],
  "a voice without a name": [{}, { speaker: null }],
  "an interview that was printed": [{ kind: "interview", title: "We Will Not Sign", author: "Jane Roe" }],
  "an interview of one’s own": [
    { kind: "interview", title: "Interview in Doha", author: "Jane Roe", outlet: null, address: null },
  ],
  "a hearing": [
    {
      ...{ kind: "hearing", title: "Hearing on the Withdrawal", author: null },
      outlet: { name: "Committee on Foreign Affairs", kind: "ministry" },
    },
  ],
  "a post with its account": [
    {
      ...{ kind: "post", title: "We will not sign.", author: "Sami Yousafzai (@sami)" },
      outlet: { name: "Bluesky", kind: "unspecified" },
    },
  ],
  "a post of a body": [
    {
      ...{ kind: "post", title: "We will not sign.", author: "Ministry of Roads (@mor)" },
      outlet: { name: "Bluesky", kind: "unspecified" },
    },
  ],
  "a title in other letters, translated": [
    {
      ...{ title: "گزارش از کابل", titleRomanised: "Gozaresh az Kabol", language: "fa" },
      titleTranslated: "A Report from Kabul",
    },
  ],
  "a copy kept elsewhere": [{ archiveAddress: "https://archive.example/1/talks" }],
  "a party that speaks": [{}, { speaker: { name: "African National Congress", kind: "organisation" } }],
  "a title in a right-to-left script": [
    { title: "استنبول میں مذاکرات", language: "ur", author: "عابد حسین" },
  ],
};

function quotedIn([changes, rest = {}]: Changes): CitedStatement {
  return {
    ...{ publicId: "st-7k2m9q", wording: "“No.”", form: "direct", language: "en", isDenial: false },
    ...{ state: "published", originalWording: null, originalLanguage: null, translatedBy: null },
    ...{ editMarks: "[]", introduction: null, hops: [], verdicts: [], corrections: [], retractions: [] },
    ...{ attribution: "an unnamed official", speaker: { name: "Sami Yousafzai", kind: "person" } },
    ...{ publishedVersion: 2, publishedAt: new Date("2025-10-30T08:15:00Z") },
    source: {
      ...{ title: "Peace Talks Stall in Istanbul", kind: "article", author: "Abid Hussain", language: "en" },
      ...{ address: "https://news.example/talks", outlet: { name: "The Example Times", kind: "newspaper" } },
      ...{ publishedOn: new Date("2025-10-28T00:00:00Z"), publishedOnPrecision: "day" },
      ...changes,
    },
    anchor: { edition: { retrievedAt: new Date("2025-10-29T18:42:00Z") } },
    ...rest,
  };
}

/** Italics between asterisks; of a note the source alone, for the record in it is tested beside. */
function set(form: CitationForm | undefined): string {
  const text = (form?.stretches ?? []).map((one) => (one.isItalic ? `*${one.text}*` : one.text)).join("");
  return text.replace(/; “[^;]*$/u, "");
}

const CASES = EXPECTED.split("## ")
  .slice(1)
  .flatMap((block) => {
    const [heading = "", ...lines] = block.trim().split("\n");
    const work = heading.replace(/ \(.*\)$/u, "");
    return CITATION_STYLES.map(({ key }) => {
      const at = lines.indexOf(key);
      return { heading, work, key, entry: lines[at + 1]?.trim(), inText: lines[at + 2]?.trim() };
    });
  });

it("has at least 120 cases, one of every work in every style", () => {
  expect(CASES.length).toBeGreaterThanOrEqual(120);
  expect(new Set(CASES.map(({ work }) => work))).toEqual(new Set(Object.keys(WORKS)));
});

describe("is cited as its manual has it", () => {
  it.each(CASES)("$heading in $key", ({ work, key, entry, inText }) => {
    const forms = citeStatement(quotedIn(WORKS[work] ?? [{}]), key);
    const [first, second] = key === "chicago-notes" ? [forms[1], forms[0]] : [forms[0], forms[1]];
    expect([set(first), set(second)]).toEqual([entry, inText]);
  });
});
