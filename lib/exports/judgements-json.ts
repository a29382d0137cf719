import { absoluteUrl } from "@/lib/http";
import { type ExportedNotice, toNoticeJson } from "./notice-json";

/** What a judgement rests on. */
export interface Evidence {
  readonly stance: string;
  readonly title: string;
  readonly address: string;
  readonly excerpt: string;
  readonly note: string;
  readonly source: { readonly publicId: string; readonly title: string } | null;
}

/** A relation without its ends. */
export interface JudgedRelation {
  readonly publicId: string;
  readonly type: string;
  readonly state: string;
  readonly resolution: string | null;
  readonly rationale: string;
  readonly comparability: string;
  readonly valueFrom: string | null;
  readonly valueTo: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  readonly evidence: readonly Evidence[];
}

/** What was judged of a statement, as a list carries it. */
export interface Judged {
  readonly sourcing: {
    readonly attributionTerms: string;
    readonly sourceIdentity: string;
    readonly channel: string;
    readonly proximity: string;
    readonly origin: string;
    readonly wordingBasis: readonly string[];
    readonly interest: readonly string[];
    readonly sensitivity: readonly string[];
    readonly reliability: string;
    readonly credibility: number;
    readonly embargoedUntil: Date | null;
    readonly assessedAt: Date;
  } | null;
  readonly verdicts: readonly {
    readonly axis: string;
    readonly value: string;
    readonly reasons: string;
    readonly uncertainty: string;
    readonly speakerAskedOn: Date | null;
    readonly speakerAnswered: string;
    readonly asOf: Date;
    readonly scaleLabel: {
      readonly key: string;
      readonly label: string;
      readonly number: number | null;
      readonly scaleName: string;
    } | null;
    readonly evidence: readonly Evidence[];
  }[];
  readonly ties: readonly {
    readonly isFrom: boolean;
    readonly relation: JudgedRelation;
    readonly other: { readonly publicId: string };
  }[];
  readonly positions: readonly {
    readonly stance: string;
    readonly note: string;
    readonly claim: { readonly slug: string; readonly proposition: string };
  }[];
}

/** The same as its page shows it, with what is worked out for the page. */
export interface Judgements extends Judged {
  readonly corroboration: string;
  readonly notices: readonly ExportedNotice[];
}

/** Sourcing, verdicts, relations and positions as the twin of a statement's page gives them; days are ISO 8601. */
export function toJudgementsJson({ corroboration, notices, ...judged }: Judgements) {
  const { sourcing, ...rest } = toJudgedJson(judged);
  return {
    sourcing: sourcing && { ...sourcing, corroboration },
    ...rest,
    changes: notices.map(toNoticeJson),
  };
}

/** The same as far as a list carries it. */
export function toJudgedJson({ sourcing, verdicts, ties, positions }: Judged) {
  return {
    sourcing: sourcing && {
      attributionTerms: sourcing.attributionTerms,
      sourceIdentity: sourcing.sourceIdentity,
      channel: sourcing.channel,
      proximity: sourcing.proximity,
      origin: sourcing.origin,
      wordingBasis: sourcing.wordingBasis,
      interest: sourcing.interest,
      sensitivity: sourcing.sensitivity,
      reliability: sourcing.reliability,
      credibility: sourcing.credibility,
      embargoedUntil: sourcing.embargoedUntil?.toISOString() ?? null,
      assessedOn: day(sourcing.assessedAt),
    },
    verdicts: verdicts.map((verdict) => ({
      axis: verdict.axis,
      value: verdict.value,
      label: verdict.scaleLabel?.label ?? null,
      scale: verdict.scaleLabel?.scaleName ?? null,
      number: verdict.scaleLabel?.number ?? null,
      reasons: verdict.reasons,
      uncertainty: verdict.uncertainty,
      speakerAskedOn: verdict.speakerAskedOn && day(verdict.speakerAskedOn),
      speakerAnswered: verdict.speakerAnswered,
      asOf: day(verdict.asOf),
      evidence: verdict.evidence.map(toEvidenceJson),
    })),
    relations: ties.map(({ isFrom, relation, other }) => ({
      id: relation.publicId,
      type: relation.type,
      direction: isFrom ? "from_this" : "to_this",
      statement: { id: other.publicId, url: absoluteUrl(`/statements/${other.publicId}`) },
      state: relation.state,
      resolution: relation.resolution,
      rationale: relation.rationale,
      comparability: relation.comparability,
      valueFrom: relation.valueFrom,
      valueTo: relation.valueTo,
      unit: relation.unit,
      period: relation.period,
      evidence: relation.evidence.map(toEvidenceJson),
    })),
    positions: positions.map(({ stance, note, claim }) => ({
      stance,
      note,
      claim: { slug: claim.slug, proposition: claim.proposition, url: absoluteUrl(`/claims/${claim.slug}`) },
    })),
  };
}

/** The same as data: a source of the desk by its id. */
export function toEvidenceJson({ stance, title, address, excerpt, note, source }: Evidence) {
  return {
    ...{ stance, title, address, excerpt, note },
    source: source && { id: source.publicId, title: source.title },
  };
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
