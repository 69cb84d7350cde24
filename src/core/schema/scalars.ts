import type { JsonSchema, Outcome, ScalarType } from './type.ts';

const TRUE = /^(?:true|True|TRUE)$/;
const FALSE = /^(?:false|False|FALSE)$/;
/** YAML 1.2 core schema: integers and floats in base ten. */
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

const STRING: JsonSchema = { type: 'string' };
const TEXT_OR_NUMBER: JsonSchema = { type: ['string', 'number', 'boolean'] };

/** A value that was read. */
export function good<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A value that cannot be read: the reason's code (see messages.ts) and what was probably meant. */
export function bad(reason: string, suggestion?: string): Outcome<never> {
  return suggestion === undefined ? { ok: false, reason } : { ok: false, reason, suggestion };
}

/** Free words, as the author wrote them: `012` stays `012` and `yes` stays `yes`. */
export const text: ScalarType<string> = {
  kind: 'scalar',
  expected: 'text',
  read: (value) => good(value),
  json: TEXT_OR_NUMBER,
};

/**
 * The name of an item. Letters, digits, `_`, `.` and `-`, first a letter, compared as written after NFC.
 * `signed`, `effective` and `expires` are anchors of relative dates and cannot be ids.
 */
export const id: ScalarType<string> = {
  kind: 'scalar',
  expected: 'an id: letters, digits, "_", "." and "-", first a letter',
  read(value) {
    const name = value.normalize('NFC');
    if (/^(?:signed|effective|expires)$/.test(name)) return bad('id-reserved');
    if (/^\p{L}[\p{L}\p{M}\p{Nd}_.-]*$/u.test(name)) return good(name);
    const mended = name
      .trim()
      .replace(/\s+/g, '-')
      .replace(/[^\p{L}\p{M}\p{Nd}_.-]/gu, '')
      .replace(/^[^\p{L}]+/u, '');
    return bad('not-an-id', mended === '' ? undefined : mended);
  },
  json: TEXT_OR_NUMBER,
};

/** A short name of a person or a party: lower-case or caseless letters, digits, `_` and `-`, first a letter. */
export const handle: ScalarType<string> = {
  kind: 'scalar',
  expected: 'a handle: lower-case letters, digits, "_" and "-", first a letter',
  read(value) {
    const name = value.normalize('NFC');
    if (isHandle(name)) return good(name);
    const mended = name.trim().toLowerCase().replace(/^@/, '').replace(/\s+/g, '-');
    return bad('not-a-handle', isHandle(mended) ? mended : undefined);
  },
  json: STRING,
};

/** Whether a text, already in NFC, is a handle. */
export function isHandle(name: string): boolean {
  return /^[\p{Ll}\p{Lo}\p{Lm}][\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_-]*$/u.test(name);
}

/**
 * Whoever owns or owes something: a handle of the file's people and parties or, in a file that names nobody, any
 * name. Whether the handle is known is for the check `unknown-owner` to say.
 */
export const person: ScalarType<string> = {
  kind: 'scalar',
  expected: 'a person or party',
  read(value) {
    const name = value.trim().normalize('NFC');
    if (name === '') return bad('empty');
    return name.startsWith('@') ? bad('at-sign', name.slice(1)) : good(name);
  },
  json: STRING,
};

/** `true` or `false`. */
export const flag: ScalarType<boolean> = {
  kind: 'scalar',
  expected: 'true or false',
  read(value, style) {
    if (style === 'plain' && TRUE.test(value)) return good(true);
    if (style === 'plain' && FALSE.test(value)) return good(false);
    if (/^(?:yes|on|y|true)$/i.test(value)) return bad('not-a-flag', 'true');
    if (/^(?:no|off|n|false)$/i.test(value)) return bad('not-a-flag', 'false');
    return bad('not-a-flag');
  },
  json: { type: 'boolean' },
  choices: ['true', 'false'],
};

/** A decimal number in YAML's notation. */
export const number: ScalarType<number> = {
  kind: 'scalar',
  expected: 'a number',
  read(value) {
    if (NUMBER.test(value)) return good(Number(value));
    const groups = /^[-+]?\d{1,3}(?:[ ,_]\d{3})+(?:\.\d+)?$/.test(value);
    return bad('not-a-number', groups ? value.replace(/[ ,_]/g, '') : undefined);
  },
  json: { type: 'number' },
};

/** A number of things, or of days: 0, 1, 2 … */
export const count: ScalarType<number> = {
  kind: 'scalar',
  expected: 'a whole number, 0 or more',
  read(value) {
    return /^\d{1,9}$/.test(value) ? good(Number(value)) : bad('not-a-number');
  },
  json: { type: 'integer', minimum: 0 },
};

/** How much is done: `40%` or `40`, from 0 to 100. */
export const percent: ScalarType<number> = {
  kind: 'scalar',
  expected: 'a share from 0% to 100%',
  read(value) {
    const digits = /^(\d+(?:\.\d+)?) ?%?$/.exec(value)?.[1];
    return digits !== undefined && Number(digits) <= 100 ? good(Number(digits)) : bad('not-a-percent');
  },
  json: TEXT_OR_NUMBER,
};

/** An amount of money. `amount` is a decimal numeral without separators, exact; `currency` 3 to 5 capitals. */
export interface Money {
  readonly amount: string;
  readonly currency: string;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: 'USD',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
};

/** Money: a decimal number, spaces or underscores allowed between groups, then the currency's 3 to 5 capitals. */
export const money: ScalarType<Money> = {
  kind: 'scalar',
  expected: 'an amount and a currency, like 15000 EUR',
  read(value) {
    const match = /^([-+]?\d+(?:[ _]\d+)*(?:\.\d+)?) ?([A-Z]{3,5})$/.exec(value);
    if (match) return good({ amount: match[1]!.replace(/[ _+]/g, ''), currency: match[2]! });
    return badMoney(value.trim());
  },
  json: STRING,
};

/** What people type first: `15,000 EUR`, `€15000`, `EUR 15000`, `15000 eur`, `15000`. */
function badMoney(value: string): Outcome<never> {
  const symbol = /[€$£¥₹]/.exec(value)?.[0];
  const currency = symbol ? SYMBOLS[symbol] : /[A-Za-z]{3,5}/.exec(value)?.[0]?.toUpperCase();
  const digits = /[-+]?\d[\d,._ ']*/.exec(value)?.[0]?.trim();
  const plain = digits === undefined ? undefined : decimal(digits);
  const suggestion = plain && currency ? `${plain} ${currency}` : undefined;
  if (symbol) return bad('money-symbol', suggestion);
  if (value.includes(',') || /\.\d{3}(?:\.|,|\b)/.test(value)) return bad('money-comma', suggestion);
  return currency ? bad('not-money', suggestion) : bad('money-currency');
}

/** `15,000.50`, `15.000,50` and `15'000` as YAML writes them; undefined where a separator could be either thing. */
function decimal(digits: string): string | undefined {
  const bare = digits.replace(/[_ ']/g, '');
  if (/^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) return bare.replace(/,/g, '');
  if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/.test(bare) || /^[-+]?\d{1,3}(?:\.\d{3}){2,}$/.test(bare))
    return bare.replace(/\./g, '').replace(',', '.');
  if (/^[-+]?\d+,\d{1,2}$/.test(bare)) return bare.replace(',', '.');
  return /^[-+]?\d+(?:\.\d+)?$/.test(bare) ? bare : undefined;
}

/** One of a few words. Another case is understood and suggested, not accepted: one spelling for every reader. */
export function choice<const C extends string>(...choices: readonly C[]): ScalarType<C> {
  return {
    kind: 'scalar',
    expected: `one of ${choices.join(', ')}`,
    read(value) {
      const wanted = value.toLowerCase().trim().replace(/[ _]/g, '-');
      const found = choices.find((word) => word === value);
      return found ? good(found) : bad('not-a-choice', nearest(wanted, choices));
    },
    json: { type: 'string', enum: [...choices] },
    choices,
  };
}

/** Several types for one place: the first that can read the text does; else the last one's reason stands. */
export function either<A, B>(
  expected: string,
  first: ScalarType<A>,
  second: ScalarType<B>,
): ScalarType<A | B> {
  const choices = [...(first.choices ?? []), ...(second.choices ?? [])];
  return {
    kind: 'scalar',
    expected,
    read(value, style) {
      const outcome = first.read(value, style);
      return outcome.ok ? outcome : second.read(value, style);
    },
    json: { anyOf: [first.json, second.json] },
    ...(choices.length > 0 && { choices }),
  };
}

/** The choice that equals a word or is one slip away from it. */
function nearest(word: string, choices: readonly string[]): string | undefined {
  return choices.find((choice) => choice === word) ?? typoOf(word, choices);
}

/** The first of some names that a written one is a typo of. Cheap for names that are like none of them. */
export function typoOf(written: string, names: readonly string[]): string | undefined {
  const letters = lettersOf(written);
  return names.find((name) => {
    // Each edit brings in at most one letter that the name does not have.
    let strange = letters & ~lettersOf(name);
    for (let allowed = name.length >= 6 ? 2 : 1; allowed > 0 && strange !== 0; allowed--)
      strange &= strange - 1;
    return strange === 0 && isTypo(written, name);
  });
}

/** The set of a word's letters as bits, by their codes modulo 32. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/**
 * Whether `written` is a typo of `known`: an edit distance of 1, or of 2 where `known` has six letters or more.
 * Two neighbouring letters that changed places count as one edit (optimal string alignment distance).
 */
export function isTypo(written: string, known: string): boolean {
  const limit = known.length >= 6 ? 2 : 1;
  if (written === known || Math.abs(written.length - known.length) > limit) return false;
  let before: number[] = [];
  let previous = Array.from({ length: known.length + 1 }, (_, i) => i);
  for (let i = 1; i <= written.length; i++) {
    const current = [i];
    for (let j = 1; j <= known.length; j++) {
      const same = written[i - 1] === known[j - 1];
      let cost = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && written[i - 1] === known[j - 2] && written[i - 2] === known[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      current.push(cost);
    }
    before = previous;
    previous = current;
  }
  return previous[known.length]! <= limit;
}
