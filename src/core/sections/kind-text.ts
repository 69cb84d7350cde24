import type { AgreementKind, Clause, KindMilestone, KindObjective, KindRisk, Side } from './kinds/kind.ts';
import { heading } from './markdown.ts';
import { type Snippet, stop } from './snippet.ts';

/** Who acts for a side: its party's handle, and who of it answers for something. */
export interface Actor {
  readonly party: string;
  readonly answers: string;
}

/** Lateness is told to one side after so many days, then to the other. */
const ESCALATION = ['5 days', '15 days'];

/**
 * A text of a kind of agreement: `{…}` is a place to write.
 * @param blank how an example looks until somebody writes there
 */
export function placesIn(text: string, blank = (example: string) => example): Snippet {
  return text
    .split(/\{([^{}]*)\}/)
    .map((part, index) => (index % 2 === 1 ? stop(blank(part)) : part))
    .filter((part) => part !== '');
}

/** The frontmatter's lists of a kind: objectives, milestones, risks and governance, each after a blank line. */
export function itemsText(kind: AgreementKind, actor: (side: Side) => Actor): Snippet {
  const list = <T>(key: string, items: readonly T[], fields: (item: T) => Fields, letter: string): Snippet =>
    items.length === 0
      ? []
      : [`\n${key}:\n`, ...items.flatMap((item, index) => itemText(`${letter}${index + 1}`, fields(item)))];
  return [
    ...list('objectives', kind.objectives, (one) => objectiveFields(one, actor), 'O'),
    ...list('milestones', kind.milestones, (one) => milestoneFields(one, actor), 'M'),
    ...list('risks', kind.risks, (one) => riskFields(one, actor), 'R'),
    ...governanceText(kind, actor),
  ];
}

/** The values of an item by key, in order; a key without one is left out. */
type Fields = Readonly<Record<string, string | undefined>>;

function itemText(id: string, fields: Fields): Snippet {
  const lines = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [`    ${key}: `, ...placesIn(value), '\n'],
  );
  return [`  - id: ${id}\n`, ...lines];
}

function objectiveFields(
  { title, party, metric, unit, target }: KindObjective,
  actor: (side: Side) => Actor,
): Fields {
  return { title, party: party === undefined ? undefined : actor(party).party, metric, unit, target };
}

function milestoneFields(milestone: KindMilestone, actor: (side: Side) => Actor): Fields {
  const { title, objective, clause, owner, accepts, due, every, after, amount, survives, indicator } =
    milestone;
  const owners = [owner].flat().map((side) => actor(side).answers);
  return {
    title,
    objective,
    clause: clause && `"${clause}"`,
    owner: owners.length === 1 ? owners[0] : `[${owners.join(', ')}]`,
    accepts: accepts === undefined ? undefined : actor(accepts).answers,
    due,
    every,
    after,
    amount,
    survives: survives && 'true',
    indicator,
  };
}

function riskFields(risk: KindRisk, actor: (side: Side) => Actor): Fields {
  const { title, probability, impact, trigger, mitigation, affects, owner } = risk;
  return {
    title,
    probability: `{${probability}}`,
    impact: `{${impact}}`,
    trigger,
    mitigation,
    affects,
    owner: actor(owner).answers,
    review: '{every quarter}',
  };
}

function governanceText({ decides }: AgreementKind, actor: (side: Side) => Actor): Snippet {
  const both = ([0, 1] as const).map((side) => actor(side).answers);
  const rights = Object.entries(decides).map(
    ([what, side]) => `${what}: ${side === 'both' ? `[${both.join(', ')}]` : actor(side).answers}`,
  );
  if (rights.length === 0) return [];
  return [
    `\ngovernance:\n  decision-rights: { ${rights.join(', ')} }\n  change-approval: [${both.join(', ')}]\n  escalation:\n`,
    ...ESCALATION.flatMap((late, index) => ['    - { late: ', stop(late), `, to: ${both[index]} }\n`]),
  ];
}

/** In prose an example would read as agreed; drafts put what is open into brackets. */
function proseText(text: string): Snippet {
  return placesIn(text, (example) => `[${example}]`);
}

/**
 * A clause with its number and its parts.
 * @param followed whether another one follows, after a blank line
 */
export function clauseText({ title, text, parts = [] }: Clause, number: number, followed: boolean): Snippet {
  const blocks: Snippet[] = [
    ...(text === undefined ? [] : [proseText(text)]),
    ...parts.map(
      ([name, words], index): Snippet => [
        ...heading(3, `${number}.${index + 1} `, ...placesIn(name)),
        ...proseText(words),
      ],
    ),
  ];
  return [
    ...heading(2, `${number}. `, ...placesIn(title)),
    ...blocks.flatMap(
      (block, index): Snippet => [...block, index + 1 < blocks.length || followed ? '\n\n' : '\n'],
    ),
  ];
}
