import type { ReactElement, ReactNode } from "react";
import { Drawing } from "./drawing";
import { FieldFrame, type FieldProps, fieldIds, GroupFrame } from "./field";
import { CIRCLE_ALERT } from "./icon-paths-scripts";

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Drawn before its word. */
  icon?: ReactElement | null | undefined;
  /** How many there are, in a facet. */
  count?: number | undefined;
}

interface OneOfProps extends FieldProps {
  choices: readonly Choice[];
  /** The chosen one: what was sent before, or what is recorded. */
  value?: string | null | undefined;
}

interface SelectFieldProps extends Omit<OneOfProps, "choices"> {
  choices: readonly { value: string; label: string }[];
  /** The words of the empty choice; without it one is always chosen. */
  emptyLabel?: string | undefined;
}

/** One of many; for up to seven choices prefer `RadioField`. */
export function SelectField({ choices, value, emptyLabel, ...field }: SelectFieldProps) {
  const ids = fieldIds(field);
  return (
    <FieldFrame {...field} ids={ids}>
      {/* keyed, because React resets a form after its action and a select would fall back to its first value */}
      <select
        key={value ?? ""}
        className="input"
        id={ids.id}
        name={field.name}
        defaultValue={value ?? ""}
        required={field.isRequired}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={ids.describedBy}
      >
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** One of a few, all visible. */
export function RadioField({ choices, value, ...field }: OneOfProps) {
  const ids = fieldIds(field);
  return (
    <GroupFrame {...field} ids={ids}>
      <div className="choices">
        {choices.map((choice, index) => (
          <Check
            key={choice.value}
            type="radio"
            id={choiceId(ids.id, choice, index)}
            name={field.name}
            choice={choice}
            isChosen={choice.value === value}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

interface CheckSetProps extends FieldProps {
  choices: readonly Choice[];
  value?: readonly string[] | null | undefined;
}

/** Any of a few; each chosen one is sent under the same name. */
export function CheckSet({ choices, value, ...field }: CheckSetProps) {
  const ids = fieldIds(field);
  return (
    <GroupFrame {...field} ids={ids}>
      <div className="choices">
        {choices.map((choice, index) => (
          <Check
            key={choice.value}
            type="checkbox"
            id={choiceId(ids.id, choice, index)}
            name={field.name}
            choice={choice}
            isChosen={value?.includes(choice.value) ?? false}
          />
        ))}
      </div>
    </GroupFrame>
  );
}

interface CheckFieldProps extends FieldProps {
  isChecked?: boolean | undefined;
  /** What is sent when it is ticked. */
  value?: string | undefined;
}

/** Yes or no. */
export function CheckField({ isChecked, value = "yes", ...field }: CheckFieldProps) {
  const ids = fieldIds(field);
  return (
    <div className={field.error ? "field field--bad" : "field"}>
      {field.error ? (
        <p className="err" id={ids.errorId}>
          <Drawing path={CIRCLE_ALERT} />
          <span>{field.error}</span>
        </p>
      ) : null}
      <label className="check">
        <input
          type="checkbox"
          id={ids.id}
          name={field.name}
          value={value}
          defaultChecked={isChecked}
          aria-invalid={field.error ? true : undefined}
          aria-describedby={ids.describedBy}
        />
        <span>{field.label}</span>
      </label>
      {field.hint ? (
        <p className="hint hint--check" id={ids.hintId}>
          {field.hint}
        </p>
      ) : null}
    </div>
  );
}

/** One of two to six short words on one line, such as the letters of a grade. */
export function SegmentedField({ choices, value, ...field }: OneOfProps) {
  const ids = fieldIds(field);
  return (
    <GroupFrame {...field} ids={ids}>
      <div className="seg">
        {choices.map((choice, index) => (
          <label key={choice.value}>
            <input
              type="radio"
              id={choiceId(ids.id, choice, index)}
              name={field.name}
              value={choice.value}
              defaultChecked={choice.value === value}
            />
            {choice.label}
            {choice.hint ? <span className="vh">, {choice.hint}</span> : null}
          </label>
        ))}
      </div>
    </GroupFrame>
  );
}

interface CheckProps {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  choice: Choice;
  isChosen: boolean;
}

/** One tick or one radio with its word, for facets and groups. */
export function Check({ type, id, name, choice, isChosen }: CheckProps) {
  return (
    <label className="check">
      <input type={type} id={id} name={name} value={choice.value} defaultChecked={isChosen} />
      {choice.icon}
      <span>
        {choice.label}
        {choice.hint ? <small>{choice.hint}</small> : null}
      </span>
      {choice.count === undefined ? null : <span className="num">{choice.count}</span>}
    </label>
  );
}

// the first one carries the field's own id, so that an error summary lands on it
function choiceId(id: string, choice: Choice, index: number) {
  return index === 0 ? id : `${id}-${choice.value}`;
}
