/** A side of an agreement: 0 for the first role, 1 for the second. */
export type Side = 0 | 1;

/**
 * What a sort of agreement is usually made of, as a draft to begin from. In texts `{…}` is a place to write, with what
 * stands there until somebody does.
 */
export interface AgreementKind {
  /** Its name for programs: `software-delivery`. */
  readonly id: string;
  /** Its name for people. */
  readonly label: string;
  /** When to choose it, in a few words. */
  readonly detail: string;
  /** What the two sides are called; whoever begins an agreement is more often the first. */
  readonly roles: readonly [string, string];
  /** The keys that follow `effective`, in order: `expires`, `renews`, `notice`, `cadence`, `acceptance`. */
  readonly terms: Readonly<Record<string, string>>;
  readonly objectives: readonly KindObjective[];
  readonly milestones: readonly KindMilestone[];
  readonly risks: readonly KindRisk[];
  /** Who decides what; empty for none. Changes then need both sides, and lateness is told after 5 and 15 days. */
  readonly decides: Readonly<Record<string, Side | 'both'>>;
  readonly clauses: readonly Clause[];
}

/** An objective; the first is `O1`. Without a side it is shared. */
export interface KindObjective {
  readonly title: string;
  readonly party?: Side;
  readonly metric?: string;
  readonly unit?: string;
  readonly target?: string;
}

/** A milestone; the first is `M1`. */
export interface KindMilestone {
  readonly title: string;
  /** `O1` … */
  readonly objective?: string;
  /** The number of a clause. */
  readonly clause?: string;
  /** Accountable first, then in support. */
  readonly owner: Side | readonly Side[];
  readonly accepts?: Side;
  readonly due: string;
  readonly every?: string;
  readonly after?: string;
  readonly amount?: string;
  readonly survives?: true;
  readonly indicator: string;
}

/** A risk; the first is `R1`. */
export interface KindRisk {
  readonly title: string;
  readonly probability: 'low' | 'medium' | 'high';
  readonly impact: 'low' | 'medium' | 'high';
  readonly trigger: string;
  readonly mitigation: string;
  readonly affects?: string;
  readonly owner: Side;
}

/** A clause under a heading `## 1. Title`; numbers come from the order. */
export interface Clause {
  readonly title: string;
  readonly text?: string;
  /** Headings `### 1.1 Title` with their text. */
  readonly parts?: readonly (readonly [title: string, text: string])[];
}
