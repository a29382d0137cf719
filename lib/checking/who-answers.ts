/** Lines that name more than these are no head of an interview. */
const MOST_NAMED = 12;
const BEFORE_NAME_UTF16 = 200;
const NAME =
  /(?<![\p{L}\p{M}.’'-])(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Captain|Judge)\.? )?(\p{Lu}[\p{L}\p{M}.’'-]*\p{L}(?: (?:van|von|de|del|der|al|bin|la|le))?(?: \p{Lu}[\p{L}\p{M}’'-]*\p{L}){1,3})/gu;
const WITH =
  /\b(?:with|to|of|meets?|met|asked|questions to|conversation with|gespräch mit|entrevista (?:a|con))\s+(?:[\p{Ll},’'-]+\s+){0,6}?(?:(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sir|Dame|Captain|Judge)\.? )?$/iu;

/** "Ruben Marsh, director of the City Museum": of what somebody named is something, and nobody who answers. */
const OF_WHAT =
  /\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+, (?:[\p{Ll}’'-]+ ){1,6}(?:of|with|at|for|to) (?:the )?(?:[\p{Ll}’'-]+ ){0,2}$/u;

/** "Questions: Hana Lutz", "Interview by Tom Reeve": whoever asks, or took the pictures. */
const ASKED_BY =
  /(?<=^|\n)[ \t*_]*(?:(?:questions?|interview|words|text|as told|photos?|photographs?|pictures?|fragen|das interview führte|interview und text|fotos?|entrevista|texto|preguntas)[ \t]*(?::|by|von|de|por|to)?|by|von|por)[ \t]*:?[ \t]+([^\n]{3,51})(?=\n|$)/giu;

/** The lines above, with blanks for who asks; "Interview with …" and a line that goes on in small letters name nobody who does. */
function withoutAskers(head: string): string {
  return head.replace(ASKED_BY, (line, name: string) =>
    /^\p{Lu}/u.test(name) ? " ".repeat(line.length) : line,
  );
}

/** Who answers: the one that the lines above are a conversation with, or the only one whom they name; null where it may be two. */
export function answersIn(head: string, body: string): string | null {
  const names = [...withoutAskers(head).matchAll(NAME)].map((match) => ({
    name: match[1] ?? "",
    at: match.index,
  }));
  const told = names.find(({ at }) => {
    const before = head.slice(Math.max(0, at - BEFORE_NAME_UTF16), at);
    return WITH.test(before) && !OF_WHAT.test(before);
  });
  if (told) return told.name;
  const distinct = [
    ...new Set(
      names
        .filter(({ at }) => !OF_WHAT.test(head.slice(Math.max(0, at - BEFORE_NAME_UTF16), at)))
        .map(({ name }) => name),
    ),
  ];
  if (distinct.length > MOST_NAMED) return null;
  // who is named again among the answers is spoken of there
  const only = distinct.length === 1 ? distinct : distinct.filter((name) => !body.includes(name));
  return only.length === 1 ? (only[0] ?? null) : null;
}
