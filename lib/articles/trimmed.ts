import { parseHTML } from "linkedom";
import { bareWords, type ProseNode } from "./prose";

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
  for (const block of leavesOf(body))
    if (isPointer(block) || NOTICE.test(wordsOf(block))) block.remove();
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

function isPointer(block: Node): boolean {
  const words = wordsOf(block);
  const label = words.length > MOST_NOTICE ? undefined : POINTER.exec(words)?.[0];
  if (label === undefined) return false;
  return linkedIn(block) >= LIST_SHARE * (bareWords(words).length - bareWords(label).length);
}

const ASKS =
  /\b(?:newsletter|subscrib\w*|sign up|follow us|share this|leave a comment|comments? (?:are )?closed|download (?:the|our)\b.*\bapps?|all rights reserved|abonnieren|abonniere\w*|anmelden|artikel teilen|beitrag teilen|diesen artikel|kommentare? (?:schreiben|geschlossen)|keine kommentare|suscr[ií]b\w*|s[ií]guenos|únete|comparte|canal de (?:telegram|whatsapp)|inscrivez-vous|abonnez-vous|suivez-nous|partager|assine|inscreva-se|compartilhe|iscriviti|condividi)/iu;

function isTail(block: Node): boolean {
  const words = wordsOf(block);
  if (words.length > MOST_NOTICE || MARKS.test(words)) return false;
  const [letters, linked] = [bareWords(words).length, linkedIn(block)];
  if (HEADINGS.test(block.localName ?? "") || linked >= LIST_SHARE * letters) return true;
  return ASKS.test(words) && (linked > 0 || words.split(" ").length <= MOST_WORDS);
}

const MARKS = /["“”„«»‹›「」]/u;
const MOST_WORDS = 8;
