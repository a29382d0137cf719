import { Time } from "@/components/ui/time";
import { type FormValues, LABEL, OVERTAKEN, typedFields, WAS } from "@/lib/forms";

interface TypedFormProps {
  typed: {
    readonly id: string;
    readonly form: string;
    readonly values: FormValues;
    readonly keptAt: Date;
  };
  /** The page that the form stands on, and the record that the page is about. */
  place: { readonly page: string; readonly record: string | null; readonly isOpen: boolean };
  /** Where it is filled in again. */
  address: string;
  /** Where all of it can be read; null when this is there. */
  whole: string | null;
}

/** What was typed into one form and is not stored: what the form is called, where it stands, and every field written in. */
export function TypedForm({ typed: { id, form, values, keptAt }, place, address, whole }: TypedFormProps) {
  const title = String(values[LABEL] ?? "") || inWords(form);
  const fields = fieldsOf(values);
  const isLong = fields.some(({ text }) => text.length > MOST_SHOWN);
  return (
    <article className="stack stack--tight" aria-labelledby={`typed-${id}`}>
      <h2 className="typed__title" id={`typed-${id}`}>
        {title}
      </h2>
      <p className="meta">
        {place.page}, typed <Time value={keptAt} precision="time" />
      </p>
      {place.record === null ? null : (
        <p className="typed__record" dir="auto">
          {place.record}
        </p>
      )}
      {place.isOpen ? null : (
        <p className="small">Its page is no longer open to you, or is gone. Copy what you need from here.</p>
      )}
      <dl className="typed__fields">
        {fields.map(({ name, label, text }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd dir="auto">
              {text === "" ? (
                <i>emptied</i>
              ) : whole !== null && text.length > MOST_SHOWN ? (
                `${cut(text)} …`
              ) : (
                text
              )}
            </dd>
          </div>
        ))}
      </dl>
      <div className="btns">
        {place.isOpen ? (
          <a className="btn btn--sm btn--main" href={address}>
            Take it up<span className="vh"> again: {title}</span>
          </a>
        ) : null}
        {isLong && whole !== null ? (
          <a className="btn btn--sm" href={whole}>
            Read all of it
          </a>
        ) : null}
        <form action="/typed/discard" method="post">
          <button
            type="submit"
            className="btn btn--sm btn--quiet"
            name="discard"
            value={id}
            aria-label={`Discard what was typed: ${title}`}
          >
            Discard it
          </button>
        </form>
      </div>
    </article>
  );
}

const MOST_SHOWN = 600;

// never half a sign
const cut = (text: string) => text.slice(0, MOST_SHOWN).replace(/[\uD800-\uDBFF]$/, "");

interface Field {
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

function fieldsOf(values: FormValues): readonly Field[] {
  const typed = typedFields(values).map(({ name, label, isChoice, texts }) => ({
    name,
    label: label || inWords(name),
    text: (isChoice ? texts.map(ofChoice) : texts).filter((text) => text !== "").join(", "),
  }));
  if (typed.length > 0) return typed;
  // kept before forms said what their fields held
  return Object.entries(values)
    .filter(([name]) => ![WAS, LABEL, OVERTAKEN].includes(name) && !/(^id|Id|version|back)$/.test(name))
    .map(([name, held]) => ({ name, label: inWords(name), text: [held].flat().join(", ") }))
    .filter(({ text }) => text.trim() !== "");
}

/** A value that a form offers is a word of the record; one that names a record says nothing to a reader. */
function ofChoice(value: string): string {
  if (value === "") return "";
  return /^[a-z]+(_[a-z]+)*$/i.test(value) || value.length < 4
    ? value.replaceAll("_", " ")
    : "one of the list";
}

/** "evidence.0.note" as "Evidence 1 note", "saidOnNote" as "Said on note". */
function inWords(name: string): string {
  const words = name
    .replace(/\.(\d+)/g, (_, index: string) => ` ${Number(index) + 1}`)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[._-]+/g, " ")
    .toLowerCase()
    .replace(/ form$/, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
