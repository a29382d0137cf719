"use client";

import { type ComponentProps, type ReactNode, useContext } from "react";
import * as choice from "@/components/ui/choice-field";
import * as text from "@/components/ui/text-field";
import { type Held, OVERTAKEN, WAS, writeOvertaken, writeWas } from "@/lib/forms";
import { FormContext, useField } from "./form-context";
import { type Standing, useHeld } from "./held.client";
import { OVERTAKEN_MARK } from "./version-read.client";

// each is the field of components/ui, with what the form around it knows: what was typed, and what is wrong with it

/** One line of text. A password or a token is never refilled. */
export function TextField(props: ComponentProps<typeof text.TextField>) {
  const held = useHeld(props.name, props.value);
  const field = useField(props.name, held.value);
  return (
    <>
      <text.TextField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? held.value}
      />
      <Was name={props.name} label={props.label} held={held} />
    </>
  );
}

/** Several lines of text. */
export function TextArea(props: ComponentProps<typeof text.TextArea>) {
  const held = useHeld(props.name, props.value);
  const field = useField(props.name, held.value);
  return (
    <>
      <text.TextArea
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? held.value}
      />
      <Was name={props.name} label={props.label} held={held} />
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
  const held = useHeld(props.name, props.value);
  const field = useField(props.name, held.value);
  return (
    <>
      <choice.SelectField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? held.value}
      />
      <Was name={props.name} label={props.label} held={held} choices={props.choices} />
    </>
  );
}

/** One of a few, all visible. */
export function RadioField(props: ComponentProps<typeof choice.RadioField>) {
  const held = useHeld(props.name, props.value);
  const field = useField(props.name, held.value);
  return (
    <>
      <choice.RadioField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? held.value}
      />
      <Was name={props.name} label={props.label} held={held} choices={props.choices} />
    </>
  );
}

/** One of two to six short words on one line. */
export function SegmentedField(props: ComponentProps<typeof choice.SegmentedField>) {
  const held = useHeld(props.name, props.value);
  const field = useField(props.name, held.value);
  return (
    <>
      <choice.SegmentedField
        error={field.error}
        id={field.id}
        {...props}
        name={field.name}
        value={field.text ?? held.value}
      />
      <Was name={props.name} label={props.label} held={held} choices={props.choices} />
    </>
  );
}

/** Any of a few. */
export function CheckSet(props: ComponentProps<typeof choice.CheckSet>) {
  const held = useHeld(props.name, props.value);
  const field = useField(props.name, held.value);
  const value = field.wasSent ? field.texts : held.value;
  return (
    <>
      <choice.CheckSet error={field.error} id={field.id} {...props} name={field.name} value={value} />
      <Was name={props.name} label={props.label} held={held} choices={props.choices} />
    </>
  );
}

/** Yes or no. */
export function CheckField(props: ComponentProps<typeof choice.CheckField>) {
  const { isChecked: isHeld, value = "yes" } = props;
  const held = useHeld(props.name, isHeld ? value : null);
  const field = useField(props.name, held.value);
  const isChecked = field.wasSent ? field.texts.length > 0 : held.value !== null;
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
        label={props.label}
        held={held}
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
  return <input type="hidden" name={field.name} value={sent ?? value} />;
}

interface WasProps {
  name: string;
  label: ReactNode;
  held: Standing<Held>;
  choices?: readonly choice.Choice[];
}

/**
 * What the field held when it was drawn, so that the server can tell what was typed; and, where something else was saved
 * since it was typed, the one of the two that the input does not show.
 */
function Was({ name, label, held, choices }: WasProps) {
  const { overtaken } = useField(name, held.value);
  const called = { label: typeof label === "string" ? label : "", isChoice: choices !== undefined };
  const was = (
    <input
      ref={held.place}
      type="hidden"
      name={WAS}
      value={writeWas(name, held.value, called)}
      {...(held.saved === null ? {} : { [OVERTAKEN_MARK]: "" })}
    />
  );
  const wordsOf = (texts: readonly string[]) =>
    texts.length === 0 ? (
      <i>nothing</i>
    ) : (
      texts.map((text) => (
        <q key={text} dir="auto">
          {choices?.find(({ value }) => value === text)?.label ?? text}
        </q>
      ))
    );
  const kept =
    overtaken && !overtaken.isShown ? (
      <input type="hidden" name={OVERTAKEN} value={writeOvertaken(name, overtaken.typed)} />
    ) : null;
  if (held.saved !== null) {
    return (
      <>
        {was}
        {kept}
        <div className="hint overtaken" role="status">
          Saved since you typed: {wordsOf(textsOf(held.saved.value))}
        </div>
      </>
    );
  }
  if (overtaken === null) return was;
  const { typed, isShown, takeUp } = overtaken;
  return (
    <>
      {was}
      {kept}
      <div className="hint overtaken">
        {isShown ? "Saved since you typed: " : "Another text was saved since you typed. You had typed: "}
        {wordsOf(textsOf(isShown ? held.value : typed))}
        {isShown || !takeUp ? null : <a href={takeUp}>Put mine in its place</a>}
      </div>
    </>
  );
}

const textsOf = (held: Held) => [held ?? []].flat().filter((text) => text !== "");
