"use client";

import type { ComponentProps } from "react";
import * as choice from "@/components/ui/choice-field";
import * as text from "@/components/ui/text-field";
import { WAS, writeWas } from "@/lib/forms";
import { useField } from "./form-context";

// each is the field of components/ui, with what the form around it knows: what was typed, and what is wrong with it

/** One line of text. A password or a token is never refilled. */
export function TextField(props: ComponentProps<typeof text.TextField>) {
  const field = useField(props.name);
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
  const field = useField(props.name);
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
  const field = useField(props.name);
  return (
    <>
      <choice.SelectField
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

/** One of a few, all visible. */
export function RadioField(props: ComponentProps<typeof choice.RadioField>) {
  const field = useField(props.name);
  return (
    <>
      <choice.RadioField
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

/** One of two to six short words on one line. */
export function SegmentedField(props: ComponentProps<typeof choice.SegmentedField>) {
  const field = useField(props.name);
  return (
    <>
      <choice.SegmentedField
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

/** Any of a few. */
export function CheckSet(props: ComponentProps<typeof choice.CheckSet>) {
  const field = useField(props.name);
  const value = field.wasSent ? field.texts : props.value;
  return (
    <>
      <choice.CheckSet error={field.error} id={field.id} {...props} name={field.name} value={value} />
      <Was name={props.name} held={props.value} />
    </>
  );
}

/** Yes or no. */
export function CheckField(props: ComponentProps<typeof choice.CheckField>) {
  const field = useField(props.name);
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
      <Was name={props.name} held={props.isChecked ? (props.value ?? "yes") : null} />
    </>
  );
}

/** A value that travels unseen and stays what it was when the form was filled in, whatever the page shows by now. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const field = useField(name);
  return <input type="hidden" name={field.name} value={field.text ?? value} readOnly />;
}

/** What the field held when the page was drawn, so that the server can tell what was typed. */
function Was({ name, held }: { name: string; held: string | readonly string[] | null | undefined }) {
  return <input type="hidden" name={WAS} value={writeWas(name, held)} readOnly />;
}
