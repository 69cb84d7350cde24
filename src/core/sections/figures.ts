/** A decimal numeral: `units` × 10^−`scale`. */
interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

interface Figure {
  readonly number: Decimal;
  /** The unit written behind it, or nothing. */
  readonly unit: string;
}

const FIGURE =
  /^([-+\u2212]?)[ \u00a0\u202f]?(\d[\d _\u00a0\u202f]*)?(?:\.(\d+))?\s*(?:([^\d\s.,+\u2212-][^\d]*))?$/u;
/** Nobody negotiates a figure of more digits, and arithmetic on a million of them takes seconds. */
const MAX_DIGITS = 40;
/** In tenths of a per cent: beyond ten times the target a percentage says nothing. */
const MAX_SHARE = 10_000n;
const MINUS = '\u2212';

/**
 * By how much what was agreed differs from the target: `+0.007 EUR (+3.8 %)`. Exact decimal arithmetic; the share
 * is of the target's size, rounded to tenths, and left out where it says nothing. Figures in per cent differ by
 * percentage points. Undefined where the two are no figures in one unit.
 * @param unit what both are counted in where they do not say so themselves
 */
export function divergence(agreed: string, target: string, unit = ''): string | undefined {
  const [a, t] = [figureOf(agreed), figureOf(target)];
  if (!a || !t) return undefined;
  const units = [a.unit || unit, t.unit || unit];
  if (units[0] !== units[1]) return undefined;
  const scale = Math.max(a.number.scale, t.number.scale);
  const wanted = atScale(t.number, scale);
  const difference = atScale(a.number, scale) - wanted;
  const points = units[0] === '%';
  const words = [signed(difference, scale), points ? 'pp' : units[0]].filter(Boolean).join(' ');
  const share = points ? undefined : shareOf(difference, wanted);
  return share === undefined ? words : `${words} (${share})`;
}

/** A figure with the unit that it is counted in; anything that is no bare figure stays as it is. */
export function withUnit(text: string, unit = ''): string {
  const figure = figureOf(text);
  return figure && figure.unit === '' && unit !== '' ? `${text.trim()} ${unit}` : text;
}

function figureOf(text: string): Figure | undefined {
  const [, sign, whole = '', fraction = '', unit = ''] = FIGURE.exec(text.trim()) ?? [];
  const digits = whole.replace(/\D/g, '') + fraction;
  if (digits === '' || digits.length > MAX_DIGITS) return undefined;
  const size = BigInt(digits);
  const units = sign === '-' || sign === MINUS ? -size : size;
  return { number: { units, scale: fraction.length }, unit: unit.trim() };
}

function atScale({ units, scale }: Decimal, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - scale);
}

function shareOf(difference: bigint, target: bigint): string | undefined {
  const size = magnitude(target);
  if (size === 0n) return undefined;
  const tenths = (magnitude(difference) * 1000n * 2n + size) / (size * 2n);
  if (tenths === 0n || tenths > MAX_SHARE) return undefined;
  const exact = tenths % 10n === 0n;
  return `${signed((difference < 0n ? -tenths : tenths) / (exact ? 10n : 1n), exact ? 0 : 1)} %`;
}

function signed(units: bigint, scale: number): string {
  const digits = magnitude(units)
    .toString()
    .padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale);
  const sign = units > 0n ? '+' : units < 0n ? MINUS : '';
  return units === 0n ? '0' : sign + whole + (scale > 0 ? `.${fraction}` : '');
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
