import * as vscode from 'vscode';
import { handle as handleType } from '../../core/schema/scalars.ts';
import type { CommitmentRow, Named, PersonRow } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import { plain } from '../words.ts';

/** A line of the box: whom it stands for, or what it puts into the box instead. */
interface PersonItem extends vscode.QuickPickItem {
  readonly person?: Named;
  readonly suggestion?: string;
}

/**
 * Asks who is to answer for commitments: one of the people and parties of their agreements, or any handle that is typed.
 * @returns undefined where nobody was chosen.
 */
export async function askForPerson(
  server: Server,
  rows: readonly CommitmentRow[],
): Promise<Named | undefined> {
  const able = rows.filter(({ can }) => can.reassign);
  const people = await server.request('parley/people', { ids: able.map(({ id }) => id) });
  const offered = people
    .filter(({ handle }) => !able.every(({ owner }) => owner?.handle === handle))
    .map(itemFor);
  const box = vscode.window.createQuickPick<PersonItem>();
  box.title = reassignTitle(able);
  box.placeholder = vscode.l10n.t('Who answers for it from now on? A name from the list, or another handle');
  box.matchOnDescription = true;
  box.items = offered;
  try {
    return await new Promise((resolve) => {
      box.onDidHide(() => resolve(undefined));
      box.onDidAccept(() => {
        const [chosen] = box.selectedItems;
        if (chosen?.suggestion !== undefined) box.value = chosen.suggestion;
        else if (chosen?.person) resolve(chosen.person);
      });
      box.onDidChangeValue((value) => {
        box.items = [...offered, ...typedItems(value, people)];
      });
      box.show();
    });
  } finally {
    box.dispose();
  }
}

/** What the questions about reassigning commitments are headed by. */
export function reassignTitle(rows: readonly CommitmentRow[]): string {
  return rows.length === 1
    ? vscode.l10n.t('Reassign “{0}”', rows[0]!.title)
    : vscode.l10n.t('Reassign {0} commitments', rows.length);
}

/** That somebody is not among the people of some agreements; empty where all know them. */
export function strangerWords(unknownIn: readonly string[]): string {
  const titles = [...new Set(unknownIn)].map((title) => `“${title}”`);
  return titles.length === 0 ? '' : vscode.l10n.t('Not among the people of {0}', listed(titles));
}

function itemFor({ handle, name, role, party, unknownIn }: PersonRow): PersonItem {
  const icon = new vscode.ThemeIcon('person');
  const detail = strangerWords(unknownIn);
  return {
    label: plain(name),
    description: plain([name === handle ? '' : handle, role, party].filter(Boolean).join(' · ')),
    ...(detail !== '' && { detail: plain(detail) }),
    iconPath: icon,
    person: { handle, name },
  };
}

/** The line for what was typed where nobody of the list is meant: a handle, or what one looks like. */
function typedItems(value: string, people: readonly PersonRow[]): readonly PersonItem[] {
  const typed = value.trim();
  const known = people.some(({ handle, name }) =>
    [handle, name].some((one) => one.toLowerCase().includes(typed.toLowerCase())),
  );
  if (typed === '' || known) return [];
  const read = handleType.read(typed, 'plain');
  if (read.ok)
    return [
      {
        label: plain(read.value),
        description: vscode.l10n.t('another handle, which no list of people has yet'),
        iconPath: new vscode.ThemeIcon('person-add'),
        alwaysShow: true,
        person: { handle: read.value, name: read.value },
      },
    ];
  const detail = vscode.l10n.t('A handle has lower-case letters, digits, “_” and “-”, first a letter.');
  const { suggestion } = read;
  return [
    suggestion === undefined
      ? { label: detail, iconPath: new vscode.ThemeIcon('error'), alwaysShow: true }
      : {
          label: vscode.l10n.t('Did you mean {0}?', suggestion),
          detail,
          iconPath: new vscode.ThemeIcon('lightbulb'),
          alwaysShow: true,
          suggestion,
        },
  ];
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(words);
}
