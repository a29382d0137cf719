import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Kbd } from "@/components/ui/kbd";

interface SearchBoxProps {
  /** The id of the form that holds the other filters; without it the box is a form of its own. */
  formId?: string | undefined;
  value?: string | undefined;
  label: string;
  placeholder: string;
}

/** The words to search statements for. */
export function SearchBox({ formId, value, label, placeholder }: SearchBoxProps) {
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
      <search className="qbox qbox__row noprint" aria-label="Statements">
        {row}
      </search>
    );
  }
  return (
    <search aria-label="Statements">
      <form className="qbox__row" action="/statements" method="get">
        {row}
      </form>
    </search>
  );
}
