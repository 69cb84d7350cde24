import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../../src/core/checks/check.ts';
import type { Commitment } from '../../../src/core/commitments/commitment.ts';
import { readConfiguration } from '../../../src/core/document/configuration.ts';
import type { Entry } from '../../../src/core/portfolio/entry.ts';
import { Portfolio } from '../../../src/core/portfolio/portfolio.ts';
import { detailsIn } from '../../../src/core/portfolio/resting.ts';
import type { Clock } from '../../../src/core/portfolio/rules.ts';
import { type Change, change, changed, texts } from './changes.ts';
import { MemoryCache } from './memory-cache.ts';

const RUNS = { numRuns: Number(process.env['PARLEY_RUNS'] ?? 300) };
const configurations = [
  '',
  'we: ana\n',
  'due-soon: 30\n',
  'checks: { no-due: off }\n',
  'vocabulary: { ana: A }\n',
];

describe('A portfolio that is changed bit by bit', () => {
  it('says what one says that reads the same for the first time', () => {
    const step = fc.oneof(
      { weight: 8, arbitrary: fc.record({ document: fc.nat(2), change }) },
      { weight: 1, arbitrary: fc.record({ configuration: fc.constantFrom(...configurations) }) },
      { weight: 1, arbitrary: fc.record({ days: fc.integer({ min: 0, max: 40 }) }) },
      { weight: 3, arbitrary: fc.record({ rest: fc.nat(2) }) },
      { weight: 2, arbitrary: fc.record({ reopen: fc.nat(2) }) },
    );
    const steps = fc.array(step, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...texts), steps, (first, all) => {
        const world = new World([first, first.replace(/^id: .*$/m, 'id: other'), notesFor(first)]);
        for (const one of all) {
          if ('document' in one) world.edit(one.document, one.change);
          else if ('days' in one) world.sleep(one.days);
          else if ('rest' in one) world.rest(one.rest);
          else if ('reopen' in one) world.reopen(one.reopen);
          else world.configure(one.configuration);
        }
        assert.deepEqual(world.shown(), world.fresh().shown());
      }),
      RUNS,
    );
  });

  it('asks no check again about a milestone that stands as it stood', () => {
    const items = Array.from({ length: 20 }, (_, i) => `  - { id: M${i}, title: Step ${i} }\n`);
    const text = `---\nagreement: x\nmilestones:\n${items.join('')}---\n`;
    const world = new World([text]);
    const before = world.arguments();
    world.write(0, text.replace('Step 7', 'Step seven'));
    const after = world.arguments();
    const kept = after.filter((args) => before.includes(args));
    assert.ok(before.length > 40);
    assert.equal(before.length - kept.length, before.length / items.length);
  });
});

function notesFor(text: string): string {
  const id = /^id: (.*)$/m.exec(text)?.[1] ?? 'd0';
  return `---\nnotes-for: ${id}\nobjectives:\n  - { id: O1, limit: 3 }\n---\n\n## Journal\n\n- [ ] @ana call\n`;
}

/** Some documents of one folder, as they change. */
class World {
  #now = Date.parse('2026-11-27T12:00:00Z');
  readonly #clock: Clock = { now: () => this.#now, zone: 'Europe/Madrid' };
  readonly #portfolio = new Portfolio(this.#clock, { cache: new MemoryCache() });
  #configuration = '';

  constructor(private readonly texts: string[]) {
    for (const [i, text] of texts.entries()) this.#portfolio.update(uriOf(i), text);
  }

  edit(document: number, one: Change): void {
    this.write(document, changed(this.texts[document]!, one));
  }

  write(document: number, text: string): void {
    this.texts[document] = text;
    this.#portfolio.update(uriOf(document), text);
  }

  configure(yaml: string): void {
    this.#configuration = yaml;
    this.#portfolio.configure(readConfiguration(yaml, 'file:///.parley.yaml').configuration);
  }

  rest(document: number): void {
    this.#portfolio.rest(uriOf(document));
  }

  /** Forgets a document and takes it over again from what is kept of it. */
  reopen(document: number): void {
    const uri = uriOf(document);
    this.#portfolio.rest(uri);
    this.#portfolio.remove(uri);
    this.#portfolio.take(uri, this.texts[document]!);
  }

  sleep(days: number): void {
    this.#now += days * 86_400_000;
    this.#portfolio.tick();
  }

  /** The same documents, read for the first time. */
  fresh(): World {
    const world = new World([...this.texts]);
    world.sleep((this.#now - world.#now) / 86_400_000);
    world.configure(this.#configuration);
    return world;
  }

  /** Everything that somebody could see of it. */
  shown(): unknown[] {
    return [...this.texts.flatMap((_, i) => this.#shownOf(i)), this.#totals()];
  }

  #shownOf(i: number): unknown[] {
    const entry = this.#portfolio.get(uriOf(i));
    const notes = this.#portfolio.notesIn(uriOf(i));
    return [
      ...(entry ? entryShown(entry) : []),
      ...[entry?.ledger.today, entry?.agreement.problems.map(({ code, at }) => [code, at.range])],
      ...(entry?.ledger.commitments ?? []).map(commitmentShown),
      ...(entry?.findings ?? []).map(findingShown),
      ...(notes?.findings ?? []).map(findingShown),
    ];
  }

  /** The totals, which have to be those of the agreements one by one. */
  #totals(): unknown {
    const { totals, entries } = this.#portfolio;
    const overviews = [...entries].map(({ overview }) => overview);
    const sum = (key: 'late' | 'soon') => overviews.reduce((all, one) => all + one[key], 0);
    assert.deepEqual(totals, { agreements: overviews.length, late: sum('late'), soon: sum('soon') });
    return totals;
  }

  /** The arguments of all findings: as long as a check is not asked again, these are the same objects. */
  arguments(): unknown[] {
    return [...this.#portfolio.entries].flatMap(({ findings }) => findings.map(({ args }) => args));
  }
}

function uriOf(document: number): string {
  return `file:///d${document}.md`;
}

/** What a commitment says without its item. */
const FACTS = [
  ...(['kind', 'id', 'occurrence', 'title', 'owner', 'ownOwner', 'support', 'party', 'to'] as const),
  ...(['due', 'forecast', 'done', 'amount', 'tags', 'state', 'daysLate', 'blocked', 'waiting'] as const),
  ...(['provisional', 'atRisk', 'acceptance', 'priority'] as const),
];

/** What lists show of an agreement, whether it rests or not. */
function entryShown(entry: Entry): unknown[] {
  const { text, id, ownId, title, zone, today, tags, parties, calendar, overview, ended } = entry;
  return [
    ...[text, id, ownId, title, zone, today, tags, calendar, overview, ended, parties.all],
    ...[...parties.all, 'ana'].map((handle) => parties.nameOf(handle)),
    ...entry.commitments.map((commitment) => {
      const { at } = commitment;
      const facts = FACTS.map((fact) => [fact, commitment[fact]]);
      return [...facts, at.document, at.range, detailsIn(entry, commitment)];
    }),
  ];
}

function findingShown(finding: Finding) {
  const { check, severity, document, range, args, item, related, fixes } = finding;
  return { check, severity, document, range, args, item, related, fixes };
}

function commitmentShown({ item, at, dueAt, ...rest }: Commitment) {
  return { ...rest, kind: item.kind, at: [at.document, at.range], dueAt: dueAt?.range };
}
