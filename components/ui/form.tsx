import type { ReactNode } from "react";

interface FormProps {
  /** A server action, or an address with `method`. */
  action: ((form: FormData) => void | Promise<void>) | string;
  method?: "get" | "post" | undefined;
  id?: string | undefined;
  /** Names the form as a landmark. */
  label?: string | undefined;
  /** For files when `action` is an address. */
  encType?: "multipart/form-data" | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/** A form whose errors come from the server in our words, the same with and without JavaScript. */
export function Form({ action, className = "stack", label, children, ...rest }: FormProps) {
  return (
    <form action={action} className={className} aria-label={label} noValidate {...rest}>
      {children}
    </form>
  );
}

/** Values that travel with a form unseen, such as the version that was read. */
export function Hidden({ values }: { values: Readonly<Record<string, string | number | null | undefined>> }) {
  return Object.entries(values).map(([name, value]) =>
    value === null || value === undefined ? null : (
      <input key={name} type="hidden" name={name} value={value} />
    ),
  );
}

interface FieldsetProps {
  legend: ReactNode;
  /** Stands at the far end of the legend: a state, a count. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A named part of a long form, opened by a rule. */
export function Fieldset({ legend, aside, children }: FieldsetProps) {
  return (
    <fieldset className="facet-set">
      <legend>
        {legend}
        {aside}
      </legend>
      <div>{children}</div>
    </fieldset>
  );
}

/** Fields side by side where there is room. */
export function FieldGrid({ children }: { children: ReactNode }) {
  return <div className="grid-2">{children}</div>;
}
