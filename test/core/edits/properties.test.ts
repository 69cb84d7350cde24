import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { formatDay } from '../../../src/core/calendar/day.ts';
import type { Commitment } from '../../../src/core/commitments/commitment.ts';
import type { Ledger } from '../../../src/core/commitments/ledger.ts';
import { ledgerOf } from '../../../src/core/commitments/ledger.ts';
import { readAgreement } from '../../../src/core/document/agreement.ts';
import { findFrontmatter } from '../../../src/core/document/frontmatter/fence.ts';
import { completeEdits } from '../../../src/core/edits/complete.ts';
import { canComplete, canPostpone, canReassign } from '../../../src/core/edits/possible.ts';
import { postponeEdits } from '../../../src/core/edits/postpone.ts';
import { reassignEdits } from '../../../src/core/edits/reassign.ts';
import { removeField, setField } from '../../../src/core/edits/record.ts';
import { isRefusal } from '../../../src/core/edits/refusal.ts';
import { scalarText } from '../../../src/core/edits/scalar.ts';
import type { Source } from '../../../src/core/schema/type.ts';
import { applyEdits, type TextEdit } from '../../../src/core/text/edit.ts';
import { agreementText } from './generate.ts';
import { agreementOf, day, ledgerAt } from './helpers.ts';

/** Each run edits every commitment of an agreement, so that a third of the runs is as many edits as elsewhere twice. */
const RUNS = { numRuns: Math.ceil(Number(process.env.PARLEY_RUNS ?? 300) / 3), endOnFailure: true };
const TODAY = '2026-11-20';
const LATER = '2027-01-15';

type Records = Record<string, unknown>[];
type Says = { milestones: Records; risks?: Records; negotiations?: Records; notice?: unknown };

/** What `yaml` reads; undefined where it does not accept the frontmatter. */
function yamlOf(text: string): Says | undefined {
  const { start, end } = findFrontmatter(text)!.content;
  const document = parseDocument(text.slice(start, end));
  try {
    return document.errors.length === 0 ? document.toJS() : undefined;
  } catch {
    // An alias of nothing.
    return undefined;
  }
}

/** Each commitment of the text, with the ledger that it stands in. */
function each(text: string, act: (ledger: Ledger, commitment: Commitment) => void): void {
  const ledger = ledgerAt(text, TODAY);
  for (const commitment of ledger.commitments) act(ledger, commitment);
}

/** All occurrences of a commitment's series. */
function seriesOf({ commitments }: Ledger, { item }: Commitment): readonly Commitment[] {
  const plan = item.kind === 'milestone' ? item.plan : undefined;
  return commitments.filter((one) => one.item.kind === 'milestone' && one.item.plan === plan);
}

/** The commitment as it stands in another ledger. */
function sameIn({ commitments }: Ledger, { kind, id, occurrence }: Commitment): Commitment {
  const found = commitments.filter(
    (one) => one.kind === kind && one.id === id && one.occurrence === occurrence,
  );
  assert.equal(found.length, 1, `one ${kind} ${id} stays`);
  return found[0]!;
}

/** The edits' own stretches lie within the item, and what they take away is a value. */
function staysWithin({ agreement }: Ledger, { item }: Commitment, edits: readonly TextEdit[]): void {
  const source = sourceOf(agreement, item);
  for (const { range } of edits) {
    const removed = agreement.text.slice(range.start, range.end);
    if (source) {
      const { start } = source.place;
      // The comment behind the last value still belongs to the item's line.
      const end = agreement.text.indexOf('\n', start + source.to - 1);
      // A single value that stands for a record is written anew as a whole.
      const from = start + source.from + (source.style === 'shorthand' ? 0 : 1);
      assert.ok(range.start >= from && range.end <= (end < 0 ? agreement.text.length : end + 1));
    } else assert.ok(item.kind === 'action' && range.start >= item.action.box.range.start);
    assert.match(removed, /^(?:| |~|["']?[\w+ -]+["']?|\*[ao]\d ?|\s+[\w-]+|, # c|\{[^}]*\}| # c)$/);
  }
}

function sourceOf({ terms }: Ledger['agreement'], item: Commitment['item']): Source | undefined {
  if (item.kind === 'milestone') return item.plan.milestone.source;
  if (item.kind === 'risk-review') return item.risk.source;
  if (item.kind === 'debrief') return item.negotiation.source;
  return item.kind === 'notice' ? terms.notice?.source : undefined;
}

/** The frontmatter after one item was changed, by `yaml` alone. */
function expected(
  before: Says,
  { item }: Commitment,
  change: (record: Record<string, unknown>) => void,
): Says {
  const after = structuredClone(before);
  if (item.kind === 'milestone') change(after.milestones[item.plan.index]!);
  if (item.kind === 'risk-review') change(after.risks![0]!);
  if (item.kind === 'debrief') change(after.negotiations![0]!);
  if (item.kind === 'notice') {
    if (typeof after.notice === 'string') after.notice = { 'last-day': after.notice };
    change(after.notice as Record<string, unknown>);
  }
  return after;
}

const REFUSED_FOR_ALIAS = ['edit/anchored'];

describe('edits of generated agreements', () => {
  it('mark any commitment done, and say nothing else', () => {
    let made = 0;
    fc.assert(
      fc.property(agreementText, (text) => {
        const before = yamlOf(text);
        assert.ok(before, `the generator writes YAML:\n${text}`);
        each(text, (ledger, commitment) => {
          const edits = completeEdits(ledger, commitment, day(TODAY));
          if (!canComplete(commitment)) return assert.ok(isRefusal(edits));
          if (isRefusal(edits)) return assert.ok(REFUSED_FOR_ALIAS.includes(edits.refused), edits.refused);
          made++;
          staysWithin(ledger, commitment, edits);
          const after = applyEdits(text, edits);
          const { occurrence } = commitment;
          const says = expected(before, commitment, (record) => {
            if (occurrence !== undefined) {
              const first = seriesOf(ledger, commitment).find((one) => one.done === undefined);
              const bare = first?.occurrence === occurrence;
              const added = bare ? TODAY : { due: formatDay(occurrence), done: TODAY };
              record['completed'] = [...[record['completed'] ?? []].flat(), added];
            } else if (record['accepts'] && !record['submitted']) record['submitted'] = TODAY;
            else Object.assign(record, { status: 'done', done: TODAY });
          });
          assert.deepEqual(yamlOf(after), says);
          const again = sameIn(ledgerAt(after, TODAY), commitment);
          if (commitment.acceptance || !again.acceptance) {
            assert.equal(again.state, 'done');
            const twice = completeEdits(ledgerAt(after, TODAY), again, day(TODAY));
            assert.ok(isRefusal(twice) || twice.length === 0 || again.done === undefined);
          }
        });
      }),
      RUNS,
    );
    assert.ok(made > RUNS.numRuns);
  }).timeout(0);

  it('give any commitment another day, and say nothing else', () => {
    let made = 0;
    fc.assert(
      fc.property(agreementText, fc.constantFrom(LATER, 'effective + 20 weeks'), (text, written) => {
        const before = yamlOf(text)!;
        each(text, (ledger, commitment) => {
          const edits = postponeEdits(ledger, commitment, written);
          if (!canPostpone(commitment)) return assert.ok(isRefusal(edits));
          if (written !== LATER && commitment.kind !== 'milestone')
            return assert.ok(isRefusal(edits) && edits.refused === 'edit/day-only');
          if (isRefusal(edits)) return assert.ok(REFUSED_FOR_ALIAS.includes(edits.refused), edits.refused);
          made++;
          staysWithin(ledger, commitment, edits);
          const after = applyEdits(text, edits);
          const key = commitment.kind === 'milestone' ? 'due' : 'review';
          assert.deepEqual(
            yamlOf(after),
            expected(before, commitment, (record) => {
              record[key] = written;
            }),
          );
          const then = ledgerAt(after, TODAY);
          const again = sameIn(then, commitment);
          assert.equal(formatDay(again.due!), written === LATER ? LATER : '2027-01-19');
          assert.deepEqual(postponeEdits(then, again, written), []);
        });
      }),
      RUNS,
    );
    assert.ok(made > RUNS.numRuns / 2);
  }).timeout(0);

  it('give any commitment to somebody else, and say nothing else', () => {
    let made = 0;
    const somebody = fc.constantFrom('eve', 'ana', 'tom', 'null', 'מרים');
    fc.assert(
      fc.property(agreementText, somebody, (text, to) => {
        const before = yamlOf(text)!;
        each(text, (ledger, commitment) => {
          const edits = reassignEdits(ledger, commitment, to);
          if (commitment.owner === to) return assert.deepEqual(edits, []);
          if (!canReassign(commitment)) return assert.ok(isRefusal(edits));
          if (isRefusal(edits)) return assert.ok(REFUSED_FOR_ALIAS.includes(edits.refused), edits.refused);
          made++;
          staysWithin(ledger, commitment, edits);
          const after = applyEdits(text, edits);
          const { owner, support, acceptance } = commitment;
          const says = expected(before, commitment, (record) => {
            const others = support.map((name) => (name === to ? owner : name));
            if (acceptance) record['accepts'] = to;
            else record['owner'] = Array.isArray(record['owner']) ? [to, ...others] : to;
          });
          assert.deepEqual(yamlOf(after), says);
          const then = ledgerAt(after, TODAY);
          const again = sameIn(then, commitment);
          assert.deepEqual([again.owner, again.state, again.due], [to, commitment.state, commitment.due]);
          assert.deepEqual(reassignEdits(then, again, to), []);
        });
      }),
      RUNS,
    );
    assert.ok(made > RUNS.numRuns);
  }).timeout(0);

  it('write and remove any key of any record, as yaml sees it', () => {
    const names = ['title', 'due', 'status', 'done', 'owner', 'indicator', 'submitted', 'needs', 'completed'];
    const value = fc.constantFrom('x', 'a, b: c', '2026-12-01', 'it\'s "so" #1', '- [x]', 'yes', '{');
    fc.assert(
      fc.property(
        agreementText,
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        value,
        (text, name, after, words) => {
          const before = yamlOf(text)!;
          for (const [i, { source }] of agreementOf(text).terms.milestones.entries()) {
            const written = scalarText(words, source.style === 'flow' ? 'flow' : 'block');
            const set = setField(text, source, name, written, { after });
            if (isRefusal(set)) assert.equal(set.refused, 'edit/anchored');
            else {
              const says = structuredClone(before);
              says.milestones[i]![name] = words;
              assert.deepEqual(yamlOf(applyEdits(text, [set])), says);
            }
            const removed = removeField(text, source, name);
            if (isRefusal(removed)) {
              // A comment may stand between a key on the line of the dash and the next one.
              const first = source.keys[0]?.name === name && source.style === 'block';
              const allowed = ['edit/anchored', 'edit/no-such-key', 'edit/only-key'];
              assert.ok([...allowed, ...(first ? ['edit/unclear'] : [])].includes(removed.refused));
            } else {
              const says = structuredClone(before);
              delete says.milestones[i]![name];
              assert.deepEqual(yamlOf(applyEdits(text, [removed])), says);
            }
          }
        },
      ),
      RUNS,
    );
  }).timeout(0);

  it('never throw and never say anything else where the text is damaged', () => {
    const damage = fc.record({
      at: fc.nat(),
      cut: fc.nat({ max: 3 }),
      put: fc.constantFrom('', '', '\n', '\t', '- ', ': ', '"', '{', ']', '&a0 ', '*a0', '#', '`', '| ', ' '),
    });
    fc.assert(
      fc.property(agreementText, fc.array(damage, { minLength: 1, maxLength: 4 }), (whole, damages) => {
        let text = whole;
        for (const { at, cut, put } of damages) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + put + text.slice(place + cut);
        }
        const agreement = readAgreement(text, 'file:///a.md');
        if (!agreement) return;
        const ledger = ledgerOf(agreement, day(TODAY));
        for (const commitment of ledger.commitments) {
          const done = completeEdits(ledger, commitment, day(TODAY));
          const postponed = postponeEdits(ledger, commitment, LATER);
          const reassigned = reassignEdits(ledger, commitment, 'eve');
          for (const edits of [done, postponed, reassigned]) {
            if (isRefusal(edits)) continue;
            const after = ledgerAt(applyEdits(text, edits), TODAY);
            const lines = (of: Ledger) => of.agreement.terms.milestones.map(({ title }) => title?.value);
            assert.deepEqual(lines(after), lines(ledger));
            if (yamlOf(text)) assert.ok(yamlOf(after.agreement.text));
          }
        }
      }),
      RUNS,
    );
  }).timeout(0);
});
