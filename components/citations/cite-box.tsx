import type { Route } from "next";
import { Fragment } from "react";
import { AnchorButton, LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { clipboardHtml } from "./clipboard";
import { CopyButton } from "./copy-button.client";

interface Stretch {
  readonly text: string;
  readonly isItalic: boolean;
}

interface CiteBoxProps {
  /** The address of the page, on which `?cite=` chooses a style. */
  address: string;
  styles: readonly { readonly key: string; readonly label: string; readonly name: string }[];
  chosen: string;
  /** The style that was chosen before and is no longer offered, by its key. */
  gone: string | null;
  /** The first form is the one that the button copies. */
  forms: readonly { readonly place: string; readonly stretches: readonly Stretch[] }[];
  quotation: string;
  downloads: readonly { readonly extension: string; readonly label: string }[];
  /** Where it can be had in every other format. */
  others: string;
  /** The same for other places, each a text to copy. */
  shortForms: readonly { readonly place: string; readonly text: string }[];
}

/** A citation in the style that was chosen last, to copy or to take away as a file. */
export function CiteBox(props: CiteBoxProps) {
  const { address, styles, chosen, gone, forms, quotation, downloads, others, shortForms } = props;
  const style = styles.find(({ key }) => key === chosen);
  const [first] = forms;
  const stretches = first?.stretches ?? [];
  const text = stretches.map((stretch) => stretch.text).join("");
  return (
    <div className="cite">
      <form action="/citation-style" method="post" className="styles noprint" aria-label="Citation style">
        <input type="hidden" name="back" value={`${address}#cite`} />
        {styles.map(({ key, label, name }) => (
          <button key={key} type="submit" name="style" value={key} title={name} aria-pressed={key === chosen}>
            {label}
          </button>
        ))}
      </form>
      {gone === null ? null : (
        <Note title="The style that you had chosen is no longer here">
          <p>
            An administrator took “{gone}” away. This is {style?.label}, until you choose another.
          </p>
        </Note>
      )}
      {forms.map(({ place, stretches: set }, index) => (
        <Fragment key={place}>
          <h3 className="label above-3">{place}</h3>
          <p className="cite__out" id={index === 0 ? "citation" : undefined} dir="ltr">
            <Stretches stretches={set} />
          </p>
        </Fragment>
      ))}
      <p className="small below-4">{style?.name}</p>
      <div className="btns noprint">
        <span className="btns">
          <CopyButton text={text} html={clipboardHtml(stretches)} shortcut="c">
            Copy citation
          </CopyButton>
          <CopyButton
            text={`${quotation}\n\n${text}`}
            html={clipboardHtml(stretches, quotation)}
            copies="quotation"
            isPlain
          >
            Copy with quotation
          </CopyButton>
        </span>
        <span className="btns">
          {downloads.map(({ extension, label }) => (
            <AnchorButton key={extension} href={`${address}.${extension}`} isSmall download>
              {label}
            </AnchorButton>
          ))}
          <LinkButton href={others as Route} isSmall>
            More formats
          </LinkButton>
        </span>
      </div>
      <details className="cite__more noprint">
        <summary>For a running text, a footnote, Wikipedia, HTML and Markdown</summary>
        {shortForms.map(({ place, text: short }) => (
          <div key={place} className="cite__short">
            <h3 className="label">{place}</h3>
            <pre className="cite__text" dir="auto">
              {short}
            </pre>
            <CopyButton text={short} copies="quotation" isPlain>
              Copy
            </CopyButton>
          </div>
        ))}
      </details>
    </div>
  );
}

// an address in a citation ends before the stop that closes the sentence
const ADDRESS = /(https?:\/\/[^\s<>]*[^\s<>.,;:])/u;

function Stretches({ stretches }: { stretches: readonly Stretch[] }) {
  return stretches.map(({ text, isItalic }, index) =>
    isItalic ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: cut from one text and never reordered
      <cite key={index}>{text}</cite>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: cut from one text and never reordered
      <Linked key={index} text={text} />
    ),
  );
}

function Linked({ text }: { text: string }) {
  const [before = "", address, ...after] = text.split(ADDRESS);
  if (address === undefined) return <>{text}</>;
  return (
    <>
      {before}
      <a href={address}>{address}</a>
      <Linked text={after.join("")} />
    </>
  );
}
