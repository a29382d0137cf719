import { EvidenceList } from "@/components/evidence/evidence-list";
import { Icon, type IconName } from "@/components/ui/icon";
import { Time } from "@/components/ui/time";

interface TruthProps {
  truth: {
    readonly reasons: string;
    readonly uncertainty: string;
    readonly asOf: Date;
    readonly scaleLabel: {
      readonly label: string;
      readonly number: number | null;
      readonly icon: string;
      readonly scale: { readonly name: string };
    } | null;
    readonly evidence: Parameters<typeof EvidenceList>[0]["evidence"];
  };
}

/** What was found of a claim's truth: the verdict in words, the reasons, and what they rest on. */
export function Truth({ truth }: TruthProps) {
  const { scaleLabel, reasons, uncertainty, asOf, evidence } = truth;
  return (
    <div className="stack measure">
      <p>
        <Icon name={(scaleLabel?.icon ?? "text-select") as IconName} />{" "}
        <b>{scaleLabel?.label ?? "In words"}</b>{" "}
        <span className="meta">
          {scaleLabel ? `${scaleLabel.scale.name}, ` : ""}as of <Time value={asOf} precision="day" />
        </span>
      </p>
      <p dir="auto">{reasons}</p>
      {uncertainty ? (
        <p dir="auto">
          <span className="small">Uncertain:</span> {uncertainty}
        </p>
      ) : null}
      <EvidenceList evidence={evidence} />
    </div>
  );
}
