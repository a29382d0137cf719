import type { ReactNode } from "react";
import { precisionOf } from "@/components/statements/said";
import { speakerKindWord } from "@/components/statements/words";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";

interface SpeakerHeadProps {
  speaker: {
    readonly name: string;
    readonly kind: string;
    readonly description: string;
    readonly aliases: readonly {
      readonly name: string;
      readonly kind: string;
      readonly language: string | null;
    }[];
  };
  /** The newest role that is recorded, and since when. */
  role: {
    readonly words: string;
    readonly since: Date | null;
    readonly sincePrecision: string | null;
  } | null;
  actions: ReactNode;
}

/** A speaker's name, what they are, their role and their other names. */
export function SpeakerHead({ speaker, role, actions }: SpeakerHeadProps) {
  const { label, icon } = speakerKindWord(speaker.kind);
  const others = speaker.aliases;
  return (
    <div className="sphead">
      <div className="sphead__m">
        <Tag icon={icon}>{label}</Tag>
      </div>
      <div>
        <h1 dir="auto">{speaker.name}</h1>
        <p className="lede">
          {role ? (
            <>
              {role.words}
              {role.since ? (
                <>
                  , since <Time value={role.since} precision={precisionOf(role.sincePrecision)} />
                </>
              ) : null}
              .{" "}
            </>
          ) : null}
          {others.length > 0 ? (
            <>
              Also{" "}
              {others.map(({ name, kind, language }, index) => (
                <span key={name}>
                  {index > 0 ? ", " : null}
                  <bdi lang={language ?? undefined}>{name}</bdi>
                  {kind === "former" ? " (formerly)" : kind === "printed" ? " (for matching only)" : null}
                </span>
              ))}
              .
            </>
          ) : (
            "No other name is on record."
          )}
        </p>
        {speaker.description ? <p className="measure above-3">{speaker.description}</p> : null}
      </div>
      <div className="btns noprint">{actions}</div>
    </div>
  );
}
