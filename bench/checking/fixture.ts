import type { Against, FindingLabel, HeldStatement, HeldText, Standing } from "../../lib/checking/index";

/** A sentence of a draft with one attributed statement, and the label that it must have. */
export interface LabelledLine {
  readonly start: number;
  readonly end: number;
  readonly label: FindingLabel;
  /** No word of it stands in quotation marks, or the marks are not what is asked. */
  readonly isIndirect: boolean;
}

const SHORT: Readonly<Record<string, FindingLabel>> = {
  ex: "exact",
  co: "cosmetic",
  me: "marked_edit",
  wd: "wording_drift",
  lq: "lost_qualifier",
  sp: "spliced",
  fe: "fragment_expanded",
  pm: "paraphrase_in_marks",
  ws: "wrong_speaker",
  wo: "wrong_occasion",
  rw: "reporters_words",
  se: "sealed",
  cd: "corrected",
  di: "disputed",
  nf: "not_found",
};

/**
 * A file of the fixture: `== text TITLE | DAY` and a text; `== statement ID | SPEAKER | ROLE | DAY | STANDING | DOUBT` and its
 * wording, with former ones behind `~`; `== draft` and a sentence a line behind its label, `i` for one without marks.
 */
export function readFixture(content: string): {
  readonly against: Against;
  readonly drafts: readonly { readonly text: string; readonly lines: readonly LabelledLine[] }[];
} {
  const texts: HeldText[] = [];
  const statements: HeldStatement[] = [];
  const drafts: { text: string; lines: LabelledLine[] }[] = [];
  for (const block of content.split(/^== /mu).slice(1)) {
    const [head = "", ...rest] = block.split("\n");
    const [kind = "", ...fields] = head.split(/ \|(?: |$)|(?<=^\w+) /u);
    const body = rest.join("\n").trim();
    if (kind === "text") {
      const [title = "", day = null] = fields;
      texts.push({ id: title, title, text: body, day });
    } else if (kind === "statement") statements.push(statementOf(fields, body));
    else drafts.push(draftOf(body));
  }
  return { against: { texts, statements }, drafts };
}

function statementOf(fields: readonly string[], body: string): HeldStatement {
  const [id = "", name = "", role = "", day = "", standing = "stands", doubt = ""] = fields.map((field) =>
    field.trim(),
  );
  const [wording = "", ...formerWordings] = body.split(/\n~ /u);
  return {
    id,
    wording,
    formerWordings,
    form: "direct",
    isDenial: false,
    speaker: { name, aliases: [] },
    role,
    saidFrom: day,
    saidTo: day,
    place: null,
    standing: standing as Standing,
    doubt: doubt === "" ? null : doubt,
    anchor: null,
  };
}

function draftOf(body: string): { text: string; lines: LabelledLine[] } {
  const lines: LabelledLine[] = [];
  let text = "";
  for (const line of body.split("\n")) {
    const [, short = "", indirect, sentence = line] = /^(?:(\w\w)( i)?\|\s*)(.*?)\s*$/u.exec(line) ?? [];
    const start = text.length;
    text += sentence;
    const label = SHORT[short];
    if (label !== undefined)
      lines.push({ start, end: text.length, label, isIndirect: indirect !== undefined });
    text += "\n\n";
  }
  return { text, lines };
}
