/** A section that Parley knows, whatever it is called in the file's language (FORMAT 5). */
export type SectionKey =
  | 'reflection-brief'
  | 'debrief'
  | 'check-ins'
  | 'changes'
  | 'decisions'
  | 'risk-reviews'
  | 'recognition'
  | 'journal'
  | 'post-mortem'
  | 'action-items';

/** Columns of a known table: a stable key for code, the header text as people write it. The first identifies it. */
export type Columns = Readonly<Record<string, string>>;

/** A part of a section (or of a dated entry) under a heading of its own, and its table where it has one. */
export interface PartShape {
  readonly name: string;
  readonly columns?: Columns;
  /** The keys of the columns that a command fills in from the file: what stands there is nobody's own words. */
  readonly filled?: readonly string[];
}

/** What a known section is called and what makes it ours. */
export interface SectionShape {
  /** The names that open the section; the first is the one that is written. */
  readonly names: readonly string[];
  /** Whether its content stands under dated headings. */
  readonly dated?: true;
  /** The columns of the table that stands in the section, or in each of its entries. */
  readonly columns?: Columns;
  /** Its subsections by key; those of a dated section stand in its entries. */
  readonly parts?: Readonly<Record<string, PartShape>>;
}

/** All known sections in one language. */
export type SectionNames = Readonly<Record<SectionKey, SectionShape>>;

const part = <C extends Columns>(
  name: string,
  columns?: C,
  filled?: readonly (keyof C & string)[],
): PartShape => ({ name, ...(columns && { columns }), ...(filled && { filled }) });
const turnedOut = 'Turned out';
const assumptions = { assumption: 'Assumption', confidence: 'Confidence', turnedOut };
const results = {
  objective: 'Objective',
  baseline: 'Baseline',
  target: 'Target',
  agreed: 'Agreed',
  actual: 'Actual',
  divergence: 'Divergence',
};

const english: SectionNames = {
  'reflection-brief': {
    names: ['Reflection brief'],
    dated: true,
    parts: {
      talks: part('Talks'),
      'open-commitments': part('Open commitments'),
      assumptions: part('Assumptions', assumptions),
      counterarguments: part('Counterarguments', {
        counterargument: 'Counterargument',
        response: 'Response',
        turnedOut,
      }),
      concessions: part('Concessions', {
        concession: 'Concession',
        cost: 'Cost to us',
        value: 'Value to them',
        ask: 'Ask in return',
        turnedOut,
      }),
      priorities: part('Priorities and limits', {
        objective: 'Objective',
        whose: 'Whose',
        baseline: 'Baseline',
        target: 'Target',
        limit: 'Limit',
      }),
      'lessons-carried-over': part('Lessons carried over', { lesson: 'Lesson', heldAgain: 'Held again' }),
      'accuracy-review': part('Accuracy review'),
    },
  },
  debrief: {
    names: ['Debrief'],
    dated: true,
    parts: {
      talks: part('Talks'),
      results: part('Objectives and results', results, Object.keys(results) as (keyof typeof results)[]),
      'what-was-said': part('What was said', {
        topic: 'Topic',
        weProposed: 'We proposed',
        theyProposed: 'They proposed',
        weConceded: 'We conceded',
        theyConceded: 'They conceded',
        outcome: 'Outcome',
      }),
      'what-worked': part('What worked and why'),
      'false-assumptions': part('Assumptions that proved false', assumptions, ['assumption', 'confidence']),
      'their-side': part('Their constraints, decision drivers and signals'),
      emotions: part('Emotional dynamics'),
      'stance-map': part('Stance map', {
        moment: 'Moment',
        side: 'Side',
        authority: 'Authority',
        empathy: 'Empathy',
        leverage: 'Leverage',
        interest: 'Interest',
      }),
      anchors: part('Anchors', { anchor: 'Anchor', by: 'By', effect: 'Effect' }),
      lessons: part('Lessons'),
      preparation: part('Preparation'),
      execution: part('Execution'),
      relationship: part('Relationship'),
      'value-created': part('Value created', { what: 'What', kind: 'Kind', amount: 'Amount' }),
      'action-items': part('Action items'),
    },
  },
  'check-ins': {
    names: ['Check-ins'],
    dated: true,
    parts: {
      completed: part('Completed'),
      remaining: part('Remaining'),
      obstacles: part('Obstacles'),
      variances: part('Variances', { item: 'Item', cause: 'Cause', reason: 'Reason' }),
      resources: part('Resources'),
      confidence: part('Confidence', { objective: 'Objective', confidence: 'Confidence' }),
    },
  },
  changes: {
    names: ['Changes'],
    columns: {
      date: 'Date',
      item: 'Item',
      field: 'Field',
      from: 'From',
      to: 'To',
      why: 'Why',
      approvedBy: 'Approved by',
    },
  },
  decisions: {
    names: ['Decisions'],
    columns: { date: 'Date', topic: 'Topic', decision: 'Decision', decidedBy: 'Decided by', why: 'Why' },
  },
  'risk-reviews': {
    names: ['Risk reviews'],
    dated: true,
    columns: { risk: 'Risk', probability: 'Probability', impact: 'Impact', trend: 'Trend', note: 'Note' },
  },
  recognition: {
    names: ['Recognition'],
    columns: { date: 'Date', who: 'Who', what: 'What they did', milestone: 'Milestone' },
  },
  journal: {
    names: ['Journal'],
    dated: true,
    parts: {
      scenario: part('Scenario'),
      plan: part('Plan'),
      moves: part('Moves'),
      outcome: part('Outcome'),
      'self-assessment': part('Self-assessment'),
      adjustments: part('Adjustments'),
    },
  },
  'post-mortem': {
    names: ['Post-mortem'],
    parts: {
      'what-drove': part('What drove follow-through'),
      gaps: part('Where gaps appeared'),
      feedback: part('Feedback from each party'),
      'what-we-change': part('What we change'),
    },
  },
  'action-items': { names: ['Action items'] },
};

/** The known sections by language (BCP 47 primary tag). Another language is one more entry. */
export const sectionNames = { en: english } as const satisfies Readonly<Record<string, SectionNames>>;

/** The same shapes with further names that open them, as a folder's `.parley.yaml` gives them in `sections`. */
export function withNames(
  base: SectionNames,
  further: Partial<Readonly<Record<SectionKey, readonly string[]>>>,
): SectionNames {
  const named = { ...base };
  for (const key of Object.keys(base) as SectionKey[]) {
    const names = further[key];
    if (names?.length) named[key] = { ...base[key], names: [...names, ...base[key].names] };
  }
  return named;
}
