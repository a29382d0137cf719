import { Quotation } from "@/components/statements/quotation";
import { speakerName } from "@/components/statements/words";
import { Icon } from "@/components/ui/icon";
import type { Worded } from "@/lib/statements";

interface StatementSearchProps {
  q: string;
  /** The statements that answer `q`. */
  found: readonly (Worded & {
    publicId: string;
    attribution: string;
    speaker: { name: string } | null;
  })[];
}

/** Finds the other statement by words or by speaker, as an ordinary search that works without scripts. */
export function StatementSearch({ q, found }: StatementSearchProps) {
  return (
    <div className="stack stack--tight noprint" id="find">
      <search className="btns" aria-label="Find the other statement">
        <span className="find grow">
          <Icon name="search" />
          <label className="vh" htmlFor="find-other">
            Find the other statement by words or speaker
          </label>
          <input
            className="input"
            id="find-other"
            type="search"
            name="find"
            defaultValue={q}
            placeholder="Words or a speaker"
            dir="auto"
          />
        </span>
        <button
          className="btn"
          type="submit"
          formAction="/typed/rest"
          formMethod="post"
          name="to"
          value="find"
        >
          Find
        </button>
      </search>
      {q === "" ? null : found.length === 0 ? (
        <p className="small">No other statement holds these words.</p>
      ) : (
        <ul className="list">
          {found.map((one) => (
            <li key={one.publicId}>
              <Quotation statement={one} size="list" />
              <p className="meta">
                <b>
                  <bdi>{speakerName(one)}</bdi>
                </b>{" "}
                · <span className="id">{one.publicId}</span>
              </p>
              <button
                type="submit"
                className="btn btn--sm"
                formAction="/typed/rest"
                formMethod="post"
                name="to"
                value={`?find=${encodeURIComponent(q)}&other=${one.publicId}#relate-pair`}
              >
                Compare<span className="vh"> with {one.publicId}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
