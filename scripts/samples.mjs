import { realpathSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The day, `YYYY-MM-DD`, as of which the samples are written. */
export const REFERENCE_DAY = '2026-11-27';

const SAMPLES = fileURLToPath(new URL('../examples', import.meta.url));
const MS_PER_DAY = 86_400_000;

// An id or a file name may hold something that looks like a date, and must keep it: hence what may not stand around.
const ISO_DAY = /(?<![\w.-])\d{4}-\d{2}-\d{2}(?![\w-]|\.\w)/g;

/**
 * Days from 1970-01-01 to an ISO 8601 calendar date.
 * @param {string} text
 * @returns {number | undefined} undefined where the text is no `YYYY-MM-DD` or no such day exists
 */
function dayNumber(text) {
  const day = Date.parse(`${text}T00:00Z`) / MS_PER_DAY;
  return !Number.isNaN(day) && isoDay(day) === text ? day : undefined;
}

/**
 * @param {number} day days from 1970-01-01
 * @returns {string} `YYYY-MM-DD`
 */
function isoDay(day) {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/**
 * Moves every ISO date in a text; days that do not exist stay, so that a file broken on purpose stays broken.
 * @param {string} text
 * @param {number} days whole days, negative to move back
 * @returns {string}
 */
export function shiftDates(text, days) {
  return text.replace(ISO_DAY, (date) => {
    const day = dayNumber(date);
    return day === undefined ? date : isoDay(day + days);
  });
}

/**
 * By how many days the samples are moved for a day: the whole number of weeks that is nearest to the time from
 * {@link REFERENCE_DAY}, so that weekdays stay. They are written so that they read the same three days around it.
 * @param {string} today `YYYY-MM-DD`
 * @returns {number} a multiple of 7, negative to move back
 * @throws {RangeError} where `today` is no such day
 */
export function shiftFor(today) {
  const [from, to] = [dayNumber(REFERENCE_DAY), dayNumber(today)];
  if (from === undefined || to === undefined)
    throw new RangeError(`Unexpected day '${today}', expected YYYY-MM-DD`);
  return Math.round((to - from) / 7) * 7;
}

/** The files in which dates are moved: agreements, notes and evidence, and the holidays of the configuration. */
const DATED = ['.md', '.yaml'];

/**
 * Copies the samples into a folder, made where missing, with their dates moved by {@link shiftFor}.
 * @param {string} target the folder's path
 * @param {string} today `YYYY-MM-DD`
 * @returns {Promise<void>}
 * @throws {RangeError} where `today` is no such day
 */
export async function copySamples(target, today) {
  const days = shiftFor(today);
  for (const entry of await readdir(SAMPLES, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const copy = join(target, relative(SAMPLES, source));
    // latin1 gives each byte one character and back: what is not a date cannot change, whatever the encoding.
    const text = await readFile(source, 'latin1');
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, DATED.includes(extname(source)) ? shiftDates(text, days) : text, 'latin1');
  }
}

/** @returns {string} today where this machine stands, `YYYY-MM-DD` */
function localToday() {
  const now = new Date();
  return isoDay(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_PER_DAY);
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [target, today = localToday()] = process.argv.slice(2);
  if (target === undefined || dayNumber(today) === undefined) {
    process.stderr.write('Usage: node scripts/samples.mjs TARGET [YYYY-MM-DD]\n');
    process.exitCode = 2;
  } else {
    copySamples(target, today);
  }
}
