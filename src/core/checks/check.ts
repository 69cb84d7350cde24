import type { Commitment, Kind } from '../commitments/commitment.ts';
import type { Ledger } from '../commitments/ledger.ts';
import type { Plan } from '../commitments/plan.ts';
import type { ActionItem } from '../document/body/types.ts';
import type { Severity } from '../document/configuration.ts';
import type { MessageArgs } from '../messages.ts';
import type { TextEdit } from '../text/edit.ts';
import type { Range } from '../text/range.ts';
import type { Value } from '../text/value.ts';
import type { Suppressions } from './suppress.ts';

/** A check: it reads an agreement as it stands on a day and reports what a reviewer would want to see. */
export interface Check {
  /** Its name in settings, suppressions, messages and the address of its page, `docs/checks/ID.md`. */
  readonly id: string;
  /** What it finds, in a few words, for lists of checks. */
  readonly title: string;
  readonly severity: Exclude<Severity, 'off'>;
  /** What its findings follow from: the file alone, the file and the day, or other files too. */
  readonly dependsOn: 'document' | 'today' | 'workspace';
  /** Whether it reports what a finished agreement must have: in a draft such findings are hints. */
  readonly structural?: true;
  /** Looks at the agreement as a whole. */
  readonly run?: (ledger: Ledger, report: Report, so: SoFar) => void;
  /** What it asks of each item. It is asked again only of items about which the answer may be another than before. */
  readonly visit?: (ledger: Ledger, report: Report) => Visitor | undefined;
}

/**
 * What a check asks of each item by itself. What it reports of one must follow from nothing but that item (and the
 * items that a milestone's days depend on), from what the ledger's `key` stands for, and from what it `follows`.
 */
export interface Visitor {
  /** Asked of each milestone. */
  readonly milestone?: (plan: Plan) => void;
  /** Asked of each milestone that is still owed. */
  readonly open?: (plan: Plan) => void;
  /** Asked of each commitment that is an action item. */
  readonly action?: (action: ActionItem, commitment: Commitment) => void;
  /** Other values of the agreement that decide what is reported, compared one by one as `===` does. */
  readonly follows?: readonly unknown[];
}

/** What is known of a run when a check's turn comes, for what speaks of the other checks. */
export interface SoFar {
  readonly suppressions: Suppressions;
  /** The checks that had their turn, by id. */
  readonly ran: ReadonlyMap<string, Check>;
  /** The ids of all checks that there are. */
  readonly known: ReadonlySet<string>;
}

/** Takes what a check has to say. */
export type Report = (message: Reported) => void;

/** One thing that a check reports: where, and the arguments of its sentence in messages.ts. */
export interface Reported {
  readonly at: Value<unknown>;
  readonly args?: MessageArgs;
  /** The item that it is about. */
  readonly item?: ItemRef;
  /** The other places that it speaks of. */
  readonly related?: readonly Related[];
  /** Makes its fixes, when somebody asks, for the text of the agreement as it is then. */
  readonly fixes?: (text: string) => readonly Fix[];
  /** Where one finding weighs less or more than the check's own severity. */
  readonly severity?: Exclude<Severity, 'off'>;
}

/** An item by what it is and how its file names it. */
export interface ItemRef {
  readonly kind: Kind | 'agreement' | 'party' | 'person' | 'negotiation' | 'objective' | 'risk';
  readonly id: string;
}

/** Another place that a finding speaks of, with the code and arguments of a sentence of its own. */
export interface Related {
  readonly at: Value<unknown>;
  readonly message: string;
  readonly args?: MessageArgs;
}

/** A change that settles a finding: the code of its title in messages.ts, and minimal edits of one document. */
export interface Fix {
  readonly title: string;
  readonly args?: MessageArgs;
  readonly edits: readonly TextEdit[];
  /** Whether it is the one thing that was almost certainly meant, so that all of its kind may be made at once. */
  readonly safe?: true;
}

/** What a check found, located and worded by code and arguments. */
export interface Finding {
  readonly check: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly document: string;
  readonly range: Range;
  readonly args: MessageArgs;
  readonly item?: ItemRef | undefined;
  readonly related: readonly {
    readonly document: string;
    readonly range: Range;
    readonly message: string;
    readonly args: MessageArgs;
  }[];
  /** Made when they are first asked for, from the places as they are then: ask before the document is read again. */
  readonly fixes: readonly Fix[];
}
