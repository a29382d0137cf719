"use client";

import { Fragment } from "react";
import { Drawing } from "@/components/ui/drawing";
import { SAVE } from "@/components/ui/icon-paths-scripts";
import { ALL_OF_PAGE, type PageState, PRESSED } from "@/lib/forms";

/** A form of the page in which something is typed that is not saved. */
export interface UnsavedForm {
  readonly name: string;
  readonly label: string;
  /** Whether the one press saves it too; otherwise its own button does. */
  readonly isTogether: boolean;
}

/** What became of the last time that all were saved. */
export interface Saving {
  readonly isUnderway: boolean;
  readonly answers: PageState["answers"];
  readonly labels: Readonly<Record<string, string>>;
}

interface UnsavedBarProps {
  forms: readonly UnsavedForm[];
  saving: Saving;
}

/** Says which forms of the page are not saved, and saves all of them by one press. */
export function UnsavedBar({ forms, saving }: UnsavedBarProps) {
  const together = forms.filter(({ isTogether }) => isTogether);
  const alone = forms.filter(({ isTogether }) => !isTogether);
  const refused = Object.entries(saving.answers).filter(([, { status }]) => status !== "done");
  const saved = Object.keys(saving.answers).length - refused.length;
  return (
    <section
      className={forms.length === 0 && saved + refused.length === 0 ? "unsaved unsaved--none" : "unsaved"}
      aria-label="Not saved"
    >
      <div className="unsaved__words" role="status">
        {saved + refused.length > 0 ? (
          <p>
            <b>{saved} saved</b>
            {refused.length === 0 ? "." : ", not saved: "}
            <Links forms={refused.map(([name]) => ({ name, label: saving.labels[name] ?? name }))} />
          </p>
        ) : null}
        {forms.length === 0 ? null : (
          <p>
            <b>{forms.length} unsaved:</b> <Links forms={forms} />
            {alone.length === 0 || together.length === 0 ? null : (
              <span className="small">
                {" "}
                ({alone.map(({ label }) => label).join(", ")}: by its own button)
              </span>
            )}
          </p>
        )}
      </div>
      <button
        type="submit"
        className={together.length === 0 ? "btn btn--main nojs-only" : "btn btn--main"}
        name={PRESSED}
        value={ALL_OF_PAGE}
        data-saves-all
        aria-disabled={saving.isUnderway || undefined}
      >
        <Drawing path={SAVE} />
        {saving.isUnderway
          ? "Saving…"
          : together.length === 0
            ? "Save all that is typed"
            : together.length === 1
              ? "Save it"
              : `Save all ${together.length}`}
      </button>
    </section>
  );
}

function Links({ forms }: { forms: readonly { name: string; label: string }[] }) {
  return forms.map(({ name, label }, at) => (
    <Fragment key={name}>
      {at === 0 ? "" : ", "}
      <a href={`#${name}`}>{label}</a>
    </Fragment>
  ));
}
