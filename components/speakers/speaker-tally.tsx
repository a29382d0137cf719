import type { Route } from "next";
import { formWord } from "@/components/statements/words";
import { Link } from "@/components/ui/link";
import { countOf } from "@/components/ui/numeral";

interface SpeakerTallyProps {
  tally: {
    readonly statements: number;
    readonly byForm: Readonly<Record<string, number>>;
    readonly sources: number;
    readonly checked: number;
    readonly contradicted: number;
    readonly retracted: number;
  };
  claims: number;
  changes: number;
  /** Where those that were retracted are listed, for readers whose lists leave them out. */
  retractedHref: string | null;
}

/** What is held of a speaker, in counts that say of what they are a count; no score is drawn from them. */
export function SpeakerTally({ tally, claims, changes, retractedHref }: SpeakerTallyProps) {
  const { statements, byForm, sources, checked, contradicted, retracted } = tally;
  const forms = ["direct", "mixed", "indirect"].flatMap((form) =>
    byForm[form] ? [`${byForm[form]} ${formWord(form).label.toLowerCase()}`] : [],
  );
  return (
    <>
      <dl className="tally">
        <Count
          name={statements === 1 ? "statement" : "statements"}
          value={statements}
          says={forms.join(", ")}
        />
        <Count
          name={sources === 1 ? "source" : "sources"}
          value={sources}
          says={sources < 2 ? "no second one yet" : "in which the words stand"}
        />
        <Count name="checked" value={checked} of={statements} says="with a verdict; chosen by the desk" />
        <Count
          name="contradicted"
          value={contradicted}
          of={statements}
          says="by a contradiction that stands"
        />
        <Count
          name={changes === 1 ? "change of position" : "changes of position"}
          value={changes}
          says={claims === 0 ? "no position on a claim yet" : `over ${countOf(claims, "claim")}`}
        />
      </dl>
      {retracted > 0 && retractedHref ? (
        <p className="small above-4">
          <Link href={retractedHref as Route}>{countOf(retracted, "statement")} more</Link>{" "}
          {retracted === 1 ? "was" : "were"} retracted and {retracted === 1 ? "is" : "are"} not counted here.
        </p>
      ) : null}
      <p className="small measure above-4">
        These count what this desk holds, not what was said. The statements checked were picked because they
        mattered to a story, so no score or share is drawn from them.
      </p>
    </>
  );
}

const WHOLE = new Intl.NumberFormat("en-GB");

function Count({ name, value, of, says }: { name: string; value: number; of?: number; says: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {WHOLE.format(value)}
        {of === undefined ? null : <span> of {WHOLE.format(of)}</span>}
      </dd>
      <dd>{says}</dd>
    </div>
  );
}
