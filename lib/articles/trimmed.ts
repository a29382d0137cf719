import { parseHTML } from "linkedom";
import { bareWords, ENDS, type ProseNode } from "./prose";

type Node = ProseNode & { remove(): void };

/** What leads from an article to others, before the link itself. */
const POINTER =
  /^[\s»›>•→*–-]*(?:(?:see|read|watch)(?: also| more| next)?|also read|more(?: on this(?: topic| story)?)?|related(?: (?:stories|articles?|news|posts?|content|topics?|links?))?|recommended|don['’]t miss|(?:lea|lee|leer|vea|ver|mira|mire)(?: (?:también|tambien|más|mas|además))?|(?:le |te |también |tambien )*(?:puede|podría|puedes) (?:interesar(?:le|te)?|leer|ver)(?: también)?|te (?:recomendamos|sugerimos)|más (?:información|noticias)|(?:leia|veja|saiba|confira)(?: (?:também|mais))?|(?:à |a )?(?:lire|voir)(?: aussi| également)?|sur le même (?:sujet|thème)|(?:lesen|sehen|hören) sie (?:auch|hier|dazu|mehr)|(?:lies|sieh) auch|lesen sie auch|siehe(?: auch)?|mehr(?: (?:zum thema|dazu|lesen|informationen))?|auch interessant|das könnte (?:dich|sie) (?:auch )?interessieren|das thema könnte \p{L}+ auch interessieren|weiterlesen|lesetipps?|zum thema|passend dazu|(?:verwandte|ähnliche) (?:artikel|beiträge|themen)|empfehlung(?:en)? der redaktion|leggi anche|lees ook|läs (?:också|mer)|les også|læs også|lue myös|czytaj (?:też|także|również)|zobacz (?:też|także|również)|çítajte aj|přečtěte si (?:také|více)|čtěte také)\b\s*(?:[:：»›>–-]|$)/iu;

/** Blocks that say nothing but that something else is there. */
const NOTICE =
  /^[\s–—*[(-]*(?:advertisement|advertising|sponsored|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|reklama|annons)[\s:–—*\])-]*$/iu;

const BLOCKS = new Set(
  "p li div section article h1 h2 h3 h4 h5 h6 blockquote ul ol dl dt dd table aside header footer".split(" "),
);
const HEADINGS = /^h[1-6]$/u;
const LIST_SHARE = 0.7;
const MOST_NOTICE = 400;

/**
 * The mark-up of an article without what leads from it to others: lines that are a label and a link, signs of advertising, and at its
 * end headings without a text, lists of links and what asks the reader to subscribe, share or comment.
 */
export function trimmed(content: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${content}</body></html>`);
  const body = document.body as unknown as Node & { readonly innerHTML: string };
  const kept: Node[] = [];
  const leaves = leavesOf(body);
  for (const [at, block] of leaves.entries())
    if (isPointer(block, leaves[at + 1]) || isNotice(block)) block.remove();
    else kept.push(block);
  for (let last = kept.pop(); last && isTail(last); last = kept.pop()) last.remove();
  return body.innerHTML;
}

/** The innermost blocks that have words, in their order. */
function leavesOf(body: Node): Node[] {
  const leaves: Node[] = [];
  const collect = (node: Node): "leaves" | "words" | "nothing" => {
    let found: "leaves" | "words" | "nothing" = "nothing";
    for (const child of node.childNodes as Iterable<Node>) {
      const has =
        child.nodeType === 1
          ? collect(child)
          : child.nodeType === 3 && /\S/u.test(child.textContent ?? "")
            ? "words"
            : "nothing";
      if (has === "leaves" || found === "nothing") found = has;
    }
    if (found !== "words" || !BLOCKS.has(node.localName ?? "")) return found;
    leaves.push(node);
    return "leaves";
  };
  collect(body);
  return leaves;
}

const elementsIn = (node: Node) => [...node.childNodes].filter(({ nodeType }) => nodeType === 1) as Node[];
const wordsOf = (node: Node) => (node.textContent ?? "").replace(/\s+/gu, " ").trim();

function linkedIn(node: Node): number {
  if (node.localName === "a") return bareWords(wordsOf(node)).length;
  return elementsIn(node).reduce((sum, child) => sum + linkedIn(child), 0);
}

/** One word in a list or beside a term of a glossary is one of several things, whatever it says. */
const isNotice = (block: Node) =>
  !/^(?:li|dt|dd)$/u.test(block.localName ?? "") && NOTICE.test(wordsOf(block));

/** Whether a block is a label and a link; `next` is what stands behind it. */
function isPointer(block: Node, next: Node | undefined): boolean {
  const words = wordsOf(block);
  const label = words.length > MOST_NOTICE ? undefined : POINTER.exec(words)?.[0];
  if (label === undefined) return false;
  const [letters, linked] = [bareWords(words).length, linkedIn(block)];
  const behind = letters - bareWords(label).length;
  if (behind > 0) return linked >= LIST_SHARE * behind && !(NAMES.test(label) && isSentence(words));
  const isLabel = linked > 0 || isHeading(block) || /\p{L}\s+\p{L}|[:：»›>]\s*$/u.test(label);
  return isLabel || (next !== undefined && isLink(next));
}

/** Labels that are also what somebody in a conversation is called. */
const NAMES = /^\W*(?:lea|lee|mira|vera?)\W*$/iu;

const isHeading = (block: Node) => HEADINGS.test(block.localName ?? "");
const isSentence = (words: string) => ENDS.test(words);
const isLink = (block: Node) => linkedIn(block) >= LIST_SHARE * bareWords(wordsOf(block)).length;

const ASKS =
  /\b(?:newsletter|subscrib\w*|sign up|follow us|share this|leave a comment|comments? (?:are )?closed|download (?:the|our)\b.*\bapps?|all rights reserved|abonnieren|abonniere\w*|anmelden|artikel teilen|beitrag teilen|diesen artikel|kommentare? (?:schreiben|(?:sind )?geschlossen)|keine kommentare|suscr[ií]b\w*|s[ií]guenos|únete|comparte|canal de (?:telegram|whatsapp)|inscrivez-vous|abonnez-vous|suivez-nous|partager|assine|inscreva-se|compartilhe|iscriviti|condividi)/iu;

function isTail(block: Node): boolean {
  const words = wordsOf(block);
  if (words.length > MOST_NOTICE || MARKS.test(words)) return false;
  if (RIGHTS.test(words) || (isHeading(block) && !isProse(words))) return true;
  // what is all link and asks is a headline, or says that it leads elsewhere
  if (isLink(block) && (!isProse(words) || /\?\W*$/u.test(words) || LEADS.test(words))) return true;
  const asked = ASKS.exec(words);
  if (asked === null) return false;
  // “Newsletter editor Ana Lind did not comment.” asks nobody for anything
  const isFirst =
    !(/^newsletter/iu.test(asked[0]) && isProse(words)) &&
    !/\p{L}/u.test(words.slice(0, asked.index).replace(LEADS, ""));
  // what is told of somebody who asks has a comma behind it: “Subscribe, she said”
  if (isFirst && /^[^,;:]{0,60}$/u.test(words.slice(asked.index).split(/[.!?]/u, 1)[0] ?? "")) return true;
  if (isProse(words)) return linkedIn(block) > 0 && TO_READER.test(words);
  return linkedIn(block) > 0 || words.split(" ").length <= MOST_WORDS;
}

const RIGHTS = /^\W*(?:©|\(c\)|copyright\b)/iu;

/** How a sentence begins that sends its reader elsewhere. */
const LEADS =
  /^\W*(?:(?:please )?click|read|see|watch|get|want to|do you want to [\w ]{2,40}|for (?:the |more )?(?:latest|breaking)[\w ]{0,60}|lesen sie|lies|hier|mehr|lea|leia|veja|à lire|lire|leggi|lees)\b(?!:)/iu;

/** Of a sentence it is not known that it leads elsewhere, though all of it is a link. */
const isProse = (words: string) => isSentence(words) && words.split(" ").length >= LEAST_WORDS;

/** Who is asked, or who asks. */
const TO_READER =
  /\b(?:you|your|our|us|sie|ihre?[nms]?|dein\w*|dich|du|unser\w*|uns|tu|tus|tú|nuestr\w+|vous|votre|vos|nos|notre|você|nosso\w*|nossa\w*|voi|nostr\w+)\b/iu;

const MARKS = /["“”„«»‹›「」『』״]|(?<!\p{L})[‘‚']|^[–—]/u;
const MOST_WORDS = 8;
const LEAST_WORDS = 4;
