import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Day, formatDay } from '../../core/calendar/day.ts';
import { isMarkdown } from '../../core/portfolio/workspace.ts';
import type { AgreementKind } from '../../core/sections/kinds/kind.ts';
import { agreementKinds } from '../../core/sections/kinds/kinds.ts';
import { type NewParty, newAgreementText, partyFrom } from '../../core/sections/new-agreement.ts';
import { plainText } from '../../core/sections/snippet.ts';
import { dayOf, systemClock } from '../clock.ts';
import { Configurations } from '../configurations.ts';
import { aside, Failure } from '../failure.ts';
import { withManual } from '../manual.ts';
import { todayOption } from '../options.ts';

interface NewOptions {
  readonly kind: string;
  readonly title?: string;
  readonly party?: readonly NewParty[];
  readonly role?: string;
  readonly owner?: string;
  readonly today?: Day;
}

/** Adds `parley new`. */
export function addNew(program: Command): void {
  const command = program
    .command('new')
    .argument('[file]', 'the Markdown file to write; without it, the agreement is printed')
    .summary('begin an agreement')
    .description(
      'Begins an agreement: a draft of what one of its kind is usually made of, to be gone through. A file that exists is left as it is.',
    )
    .addOption(
      new Option('--kind <kind>', 'the kind of agreement')
        .choices(agreementKinds.map(({ id }) => id))
        .default('blank'),
    )
    .option('--title <title>', 'what is agreed, in a few words')
    .option(
      '--party <name>',
      'a party, your own first, perhaps with its people: “Quillmoor: Ana Sol, Bo Lind”; may be repeated',
      (text: string, before: readonly NewParty[] = []) => [...before, partyFrom(text)],
    )
    .option('--role <role>', 'what your own side is, where it is the other one of the kind’s two roles')
    .option('--owner <name>', 'the person of your own who answers for it')
    .addOption(todayOption());
  withManual(command, {
    words: { 'Kinds:': Object.fromEntries(agreementKinds.map(({ id, detail }) => [id, detail])) },
    exits: { 0: 'it was written or printed', 2: 'called wrongly, or the file exists or cannot be written' },
    environment: ['TZ'],
    examples: [
      [
        'parley new jars.md --kind supply --party "Quillmoor: Maren Holt" --party "Brackenfold: Judit Vass"',
        'a supply that your own side buys, written to a file',
      ],
      [
        'parley new jars.md --kind supply --role supplier --party Brackenfold --party Quillmoor',
        'the same as the supplier',
      ],
      ['parley new --kind lease > unit-7.md', 'a lease, printed'],
    ],
  }).action(begin);
}

/** @throws Failure where the file is no Markdown file, exists, or cannot be written */
async function begin(file: string | undefined, options: NewOptions): Promise<void> {
  const { title = '', party = [], owner } = options;
  if (file !== undefined && !isMarkdown(file))
    throw new Failure(`an agreement is a Markdown file, and ${file} does not end in “.md”.`);
  const clock = systemClock(options.today);
  const { nearest } = await new Configurations().ruleOf(dirname(resolve(file ?? 'new.md')));
  const zone = nearest?.configuration.timezone ?? clock.zone;
  const kind = agreementKinds.find(({ id }) => id === options.kind)!;
  const role = roleOf(kind, options.role);
  const [ours, ...others] = party;
  const people = [...(owner === undefined ? [] : [owner]), ...(ours?.people ?? [])];
  const parties = [{ name: ours?.name ?? '', people }, ...others];
  const today = dayOf(clock, zone);
  const text = plainText(
    newAgreementText({ kind, title, parties, today, zone, ...(role !== undefined && { role }) }),
  );
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  await create(file, text);
  process.stderr.write(aside(`wrote ${file}, a draft of ${formatDay(today)}.`));
}

/** @throws Failure where an agreement of that kind knows no such role */
function roleOf({ id, roles }: AgreementKind, asked: string | undefined): string | undefined {
  if (asked === undefined || roles.includes(asked)) return asked;
  throw new Failure(`the roles of the kind ${id} are ${roles.join(' and ')}, not ${asked}.`);
}

async function create(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : String(error);
    if (code === 'EEXIST') throw new Failure(`${file} exists already, and was left as it is.`);
    const why = HINDRANCES.get(code);
    throw new Failure(`${file} cannot be written${why ? `: ${why}.` : ` (${code}).`}`);
  }
}

/** Why a file cannot be created, by the code of the error. */
const HINDRANCES: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'its folder does not exist'],
  ['EACCES', 'access to its folder is denied'],
  ['EPERM', 'access to its folder is denied'],
  ['EROFS', 'its folder is read-only'],
]);
