import { CREDIBILITIES, RELIABILITIES } from "@/lib/sourcing";
import { labelOf } from "@/lib/text";

interface GradeProps {
  /** A–F. */
  reliability: string;
  /** 1–6. */
  credibility: number;
  isLarge?: boolean | undefined;
  /** Say the words beside the two cells. */
  withWords?: boolean | undefined;
}

/** The Admiralty code as two joined cells: the source in ink, the information in outline, never averaged. */
export function Grade({ reliability, credibility, isLarge, withWords }: GradeProps) {
  const source = labelOf(RELIABILITIES, reliability);
  const information = labelOf(CREDIBILITIES, String(credibility));
  const isUnjudged = reliability === "F" && credibility === 6;
  const classes = ["grade", isUnjudged ? "grade--none" : "", isLarge ? "grade--lg" : ""]
    .filter(Boolean)
    .join(" ");
  const cells = (
    <span
      className={classes}
      role="img"
      aria-label={`Grade ${reliability}${credibility}: source ${source}, information ${information}`}
    >
      <b>{reliability}</b>
      <i>{credibility}</i>
    </span>
  );
  if (!withWords) return cells;
  return (
    <span className="gradew">
      {cells}
      <small>
        {isUnjudged ? (
          "cannot be judged"
        ) : (
          <>
            <span>{source},</span> <span>{information}</span>
          </>
        )}
      </small>
    </span>
  );
}
