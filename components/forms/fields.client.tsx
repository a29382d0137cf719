"use client";

import { type ComponentProps, useContext } from "react";
import * as choice from "@/components/ui/choice-field";
import * as text from "@/components/ui/text-field";
import { type Held, OVERTAKEN, WAS, writeOvertaken, writeWas } from "@/lib/forms";
import { FormContext, useField } from "./form-context";

// each is the field of components/ui, with what the form around it knows: what was typed, and what is wrong with it

/** One line of text. A password or a token is never refilled. */
export function TextField(props: ComponentProps<typeof text.TextField>) {
  const field = useField(props.name, props.value);
  return (
    <>
      <text.TextField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? props.value}
      />
      <Was name={props.name} held={props.value} />
    </>
  );
}

/** Several lines of text. */
export function TextArea(props: ComponentProps<typeof text.TextArea>) {
  const field = useField(props.name, props.value);
  return (
    <>
      <text.TextArea
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? props.value}
      />
      <Was name={props.name} held={props.value} />
    </>
  );
}

/** A file; a browser never refills it. */
export function FileField(props: ComponentProps<typeof text.FileField>) {
  const field = useField(props.name);
  return <text.FileField error={field.error} id={field.id} {...props} name={field.name} />;
}

/** One of many. */
export function SelectField(props: ComponentProps<typeof choice.SelectField>) {
  const field = useField(props.name, props.value);
  return (
    <>
      <choice.SelectField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? props.value}
      />
      <Was name={props.name} held={props.value} choices={props.choices} />
    </>
  );
}

/** One of a few, all visible. */
export function RadioField(props: ComponentProps<typeof choice.RadioField>) {
  const field = useField(props.name, props.value);
  return (
    <>
      <choice.RadioField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? props.value}
      />
      <Was name={props.name} held={props.value} choices={props.choices} />
    </>
  );
}

/** One of two to six short words on one line. */
export function SegmentedField(props: ComponentProps<typeof choice.SegmentedField>) {
  const field = useField(props.name, props.value);
  return (
    <>
      <choice.SegmentedField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? props.value}
      />
      <Was name={props.name} held={props.value} choices={props.choices} />
    </>
  );
}

/** Any of a few. */
export function CheckSet(props: ComponentProps<typeof choice.CheckSet>) {
  const field = useField(props.name, props.value);
  const value = field.wasSent ? field.texts : props.value;
  return (
    <>
      <choice.CheckSet error={field.error} id={field.id} {...props} name={field.name} value={value} />
      <Was name={props.name} held={props.value} choices={props.choices} />
    </>
  );
}

/** Yes or no. */
export function CheckField(props: ComponentProps<typeof choice.CheckField>) {
  const field = useField(props.name, heldBy(props));
  const isChecked = field.wasSent ? field.texts.length > 0 : props.isChecked;
  return (
    <>
      <choice.CheckField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        isChecked={isChecked}
      />
      <Was
        name={props.name}
        held={heldBy(props)}
        choices={[{ value: props.value ?? "yes", label: "ticked" }]}
      />
    </>
  );
}

/** A value that travels unseen and stays what it was when the form was filled in, whatever the page shows by now. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const field = useField(name, value);
  // what was kept is filled in upon the page of its day
  const { state } = useContext(FormContext);
  const sent = state.status === "kept" ? undefined : field.text;
  return <input type="hidden" name={field.name} value={sent ?? value} readOnly />;
}

const heldBy = ({ isChecked, value = "yes" }: ComponentProps<typeof choice.CheckField>) =>
  isChecked ? value : null;

interface WasProps {
  name: string;
  held: Held;
  choices?: readonly choice.Choice[];
}

/**
 * What the field held when the page was drawn, so that the server can tell what was typed; and, where something else was
 * saved since it was typed, the one of the two that the input does not show.
 */
function Was({ name, held, choices = [] }: WasProps) {
  const { overtaken } = useField(name, held);
  const was = <input type="hidden" name={WAS} value={writeWas(name, held)} readOnly />;
  if (overtaken === null) return was;
  const { typed, isShown, takeUp } = overtaken;
  const texts = isShown ? [held ?? []].flat() : typed;
  const words = texts.filter((text) => text !== "");
  return (
    <>
      {was}
      {isShown ? null : <input type="hidden" name={OVERTAKEN} value={writeOvertaken(name, typed)} readOnly />}
      <div className="hint overtaken">
        {isShown ? "Saved since you typed: " : "Another text was saved since you typed. You had typed: "}
        {words.length === 0 ? <i>nothing</i> : null}
        {words.map((text) => (
          <q key={text} dir="auto">
            {choices.find(({ value }) => value === text)?.label ?? text}
          </q>
        ))}
        {isShown || !takeUp ? null : <a href={takeUp}>Put mine in its place</a>}
      </div>
    </>
  );
}
