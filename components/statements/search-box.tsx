import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";
import type { Problem } from "@/lib/query";

interface SearchBoxProps {
  /** Where a form of its own leads, and what it is a search of. */
  action?: string;
  of?: string;
  /** The id of the form that holds the other filters; without it the box is a form of its own. */
  formId?: string | undefined;
  value?: string | undefined;
  label: string;
  placeholder: string;
  /** What of the value cannot be understood. */
  problem?: Problem | null;
}

const PROBLEM = "q-problem";

/** The words to search for. */
export function SearchBox({
  action = "/statements",
  of = "Statements",
  formId,
  value = "",
  label,
  placeholder,
  problem = null,
}: SearchBoxProps) {
  const row = (
    <>
      <div className="find find--lg">
        <Icon name="search" />
        <label className="vh" htmlFor="q">
          {label}
        </label>
        <input
          className="input"
          id="q"
          name="q"
          type="search"
          form={formId}
          defaultValue={value}
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="off"
          maxLength={300}
          dir="auto"
          data-search
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? PROBLEM : undefined}
        />
        <Kbd keys="/" isDecoration />
      </div>
      <Button type="submit" variant="main" form={formId}>
        Search
      </Button>
    </>
  );
  if (formId) {
    return (
      <search className="qbox qbox__row noprint" aria-label={of}>
        {row}
        {problem ? <WhatIsWrong typed={value} problem={problem} /> : null}
      </search>
    );
  }
  return (
    <search aria-label={of}>
      <form className="qbox__row" action={action} method="get">
        {row}
      </form>
      {problem ? <WhatIsWrong typed={value} problem={problem} /> : null}
    </search>
  );
}

/** What was typed with the piece that cannot be understood marked, and what to do. */
function WhatIsWrong({ typed, problem }: { typed: string; problem: Problem }) {
  const { startUtf16, endUtf16, message } = problem;
  return (
    <p className="err qbox__wrong" id={PROBLEM}>
      <bdi className="mono">
        {typed.slice(0, startUtf16)}
        <mark className="only">{typed.slice(startUtf16, endUtf16)}</mark>
        {typed.slice(endUtf16)}
      </bdi>
      <span>{message}</span>
    </p>
  );
}
