import * as vscode from 'vscode';
import type { ChoicesAnswer, Choosable } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';
import { CHOOSABLE, chosenWords, type Filter, filterWords, listWords, periodWords } from '../tree/filter.ts';
import type { Query } from '../tree/query.ts';
import { VIEW } from '../tree/view.ts';
import { countWords, plain } from '../words.ts';
import { me } from './arrange.ts';
import { askForPeriod } from './period-box.ts';

/** A line of the menu, and what choosing it does. What returns true is the end of it. */
interface Line extends vscode.QuickPickItem {
  readonly act?: () => Promise<boolean> | boolean;
}

/**
 * Filter…: words, or one condition after another, each from a list of what there is. The tree follows at once; Escape
 * leads back, and out.
 */
export async function filterCommitments(server: Server, query: Query): Promise<void> {
  for (;;) {
    const line = await menu(server, query);
    if (!line?.act) return;
    if (await line.act()) {
      await vscode.commands.executeCommand(`${VIEW}.focus`);
      return;
    }
  }
}

async function menu(server: Server, query: Query): Promise<Line | undefined> {
  const choices = await server.request('parley/filter/choices', { query: query.asked });
  const lines = [
    ...finishing(query, choices),
    ...saved(query),
    ...conditions(server, query, choices),
    ...keeping(query),
  ];
  const box = vscode.window.createQuickPick<Line>();
  box.title = vscode.l10n.t('Filter Commitments');
  box.placeholder = vscode.l10n.t('Words of a title, an owner or an agreement, or a condition from the list');
  box.matchOnDescription = true;
  box.items = lines;
  try {
    return await new Promise((resolve) => {
      box.onDidChangeValue((value) => {
        // Last, so that the lines before keep their numbers, by which VS Code says what was chosen.
        box.items = [...lines, ...words(query, value.trim())];
      });
      box.onDidAccept(() => resolve(box.selectedItems[0]));
      box.onDidHide(() => resolve(undefined));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

/** What was typed, taken for words. */
function words(query: Query, text: string): readonly Line[] {
  if (text === '') return [];
  return [
    {
      label: vscode.l10n.t('With “{0}”', plain(text)),
      iconPath: new vscode.ThemeIcon('search'),
      alwaysShow: true,
      act: () => shown(query, { ...query.filter, text }),
    },
  ];
}

function finishing(query: Query, { kinds }: ChoicesAnswer): readonly Line[] {
  if (!query.filtered) return [];
  const asked = query.filter.kinds?.map(({ key }) => key);
  const left = kinds.reduce((sum, { key, count }) => sum + (!asked || asked.includes(key) ? count : 0), 0);
  return [
    {
      label: left === 1 ? vscode.l10n.t('Show 1 commitment') : vscode.l10n.t('Show {0} commitments', left),
      description: plain(filterWords(query.filter)),
      iconPath: new vscode.ThemeIcon('check'),
      act: () => true,
    },
    {
      label: vscode.l10n.t('Clear Filter'),
      iconPath: new vscode.ThemeIcon('clear-all'),
      act: () => shown(query, {}),
    },
  ];
}

function saved(query: Query): readonly Line[] {
  if (query.saved.length === 0) return [];
  return [
    separator(vscode.l10n.t('Saved filters')),
    ...query.saved.map(({ name, filter }) => ({
      label: plain(name),
      description: plain(filterWords(filter)),
      iconPath: new vscode.ThemeIcon(name === query.name ? 'filter-filled' : 'filter'),
      act: () => shown(query, filter),
    })),
  ];
}

function conditions(server: Server, query: Query, choices: ChoicesAnswer): readonly Line[] {
  const { filter } = query;
  const line = (
    label: string,
    icon: string,
    set: string | undefined,
    act: () => Promise<Filter | undefined>,
  ): Line => ({
    label,
    description: plain(set ?? ''),
    iconPath: new vscode.ThemeIcon(icon),
    act: async () => {
      const changed = await act();
      if (changed) query.show({ ...query.filter, ...changed });
      return false;
    },
  });
  return [
    separator(vscode.l10n.t('Conditions')),
    line(vscode.l10n.t('Mine'), 'account', filter.mine && vscode.l10n.t('yours'), async () => {
      if (filter.mine) return { mine: [] };
      const mine = await me(server);
      return mine && { mine };
    }),
    ...CHOOSABLE.map((condition) => {
      const [label, icon] = names()[condition];
      return line(label, icon, listWords(filter, condition), () => choose(label, condition, filter, choices));
    }),
    line(vscode.l10n.t('Due'), 'calendar', filter.due && periodWords(filter.due), async () => {
      const due = await askForPeriod(server, filter.due);
      return due && { due };
    }),
    ...(filter.text === undefined
      ? []
      : [line(vscode.l10n.t('Words'), 'search', filter.text, async () => ({ text: '' }))]),
  ];
}

function names(): Readonly<Record<Choosable, readonly [label: string, icon: string]>> {
  return {
    owners: [vscode.l10n.t('Owner'), 'person'],
    parties: [vscode.l10n.t('Party'), 'organization'],
    states: [vscode.l10n.t('State'), 'pulse'],
    kinds: [vscode.l10n.t('Kind'), 'symbol-class'],
    tags: [vscode.l10n.t('Tag'), 'tag'],
  };
}

/** Lets several values of a condition be marked; those that are on stay in the list though nothing has them now. */
async function choose(
  title: string,
  condition: Choosable,
  filter: Filter,
  choices: ChoicesAnswer,
): Promise<Filter | undefined> {
  const on = filter[condition] ?? [];
  const found = choices[condition];
  const gone = on.filter(({ key }) => !found.some((choice) => choice.key === key));
  const items = [...found, ...gone.map((one) => ({ ...one, count: 0 }))].map(({ key, label, count }) => ({
    label: plain(chosenWords(condition, { key, label })),
    description: countWords(count),
    picked: on.some((one) => one.key === key),
    chosen: { key, label },
  }));
  const placeHolder = vscode.l10n.t(
    'Space marks, Enter takes what is marked; nothing marked is no condition',
  );
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return picked && { [condition]: picked.map(({ chosen }) => chosen) };
}

function keeping(query: Query): readonly Line[] {
  const lines: Line[] = [];
  if (query.filtered && query.name === undefined)
    lines.push({
      label: vscode.l10n.t('Save as…'),
      description: plain(filterWords(query.filter)),
      iconPath: new vscode.ThemeIcon('save'),
      act: () => save(query),
    });
  if (query.saved.length > 0)
    lines.push({
      label: vscode.l10n.t('Delete saved filters…'),
      iconPath: new vscode.ThemeIcon('trash'),
      act: () => forget(query),
    });
  return lines.length > 0 ? [separator(''), ...lines] : [];
}

async function save(query: Query): Promise<boolean> {
  const name = await vscode.window.showInputBox({
    title: vscode.l10n.t('Save Filter'),
    prompt: vscode.l10n.t('A name for this filter; it is kept with the workspace.'),
    value: filterWords(query.filter),
    validateInput: (text) => {
      const message = vscode.l10n.t('This takes the place of the filter of that name.');
      const taken = query.saved.some((one) => one.name === text.trim());
      return taken ? { message, severity: vscode.InputBoxValidationSeverity.Info } : undefined;
    },
  });
  if (!name?.trim()) return false;
  await query.save(name.trim());
  return true;
}

async function forget(query: Query): Promise<boolean> {
  const items = query.saved.map(({ name, filter }) => ({
    label: plain(name),
    description: plain(filterWords(filter)),
    name,
  }));
  const title = vscode.l10n.t('Delete Saved Filters');
  const placeHolder = vscode.l10n.t('Space marks, Enter deletes what is marked');
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  if (picked) await query.forget(picked.map(({ name }) => name));
  return false;
}

function shown(query: Query, filter: Filter): true {
  query.show(filter);
  return true;
}

function separator(label: string): Line {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
