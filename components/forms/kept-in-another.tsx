import { Drawing } from "@/components/ui/drawing";
import { PENCIL } from "@/components/ui/icon-paths-scripts";
import { Time } from "@/components/ui/time";

/** Names what was typed into the same form in another window and is not stored: this one does not hold it. */
export function KeptInAnother({ id, keptAt }: { id: string; keptAt: Date }) {
  return (
    <p className="note note--care" data-opens>
      <Drawing path={PENCIL} />
      <span>
        You typed something else into this form in another window, on <Time value={keptAt} precision="time" />
        , and it is not stored: <a href={`/account/typed?id=${id}`}>read it, take it up or discard it</a>.
      </span>
    </p>
  );
}
