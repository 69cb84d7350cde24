import * as vscode from 'vscode';
import { dayOf } from '../../core/calendar/day.ts';
import type { AgreementKind } from '../../core/sections/kinds/kind.ts';
import { agreementKinds } from '../../core/sections/kinds/kinds.ts';
import {
  type NewAgreement,
  type NewParty,
  newAgreementText,
  partyFrom,
} from '../../core/sections/new-agreement.ts';
import { snippetText } from '../../core/sections/snippet.ts';
import { fileNameFor } from '../../core/text/file-name.ts';
import { Refusal, SNIPPET } from './apply.ts';

/**
 * New Agreement…: asks for the kind, the title and the two sides, and starts an agreement in a new file, or untitled where
 * no folder is open. Whatever is left empty is left to write in the file.
 */
export async function newAgreement(): Promise<void> {
  const kind = await pickKind();
  if (!kind) return;
  const title = await ask(
    kind,
    vscode.l10n.t('What is agreed, in a few words?'),
    vscode.l10n.t('Packaging supply 2027'),
  );
  if (title === undefined) return;
  const role = await pickRole(kind);
  if (role === undefined) return;
  const parties: NewParty[] = [];
  for (const question of [
    vscode.l10n.t('Who is your side, and who acts for it? The first person owns the agreement.'),
    vscode.l10n.t('Who is the other side, and who acts for it?'),
  ]) {
    const typed = await ask(kind, question, vscode.l10n.t('Name of the party: Name Surname, Name Surname'));
    if (typed === undefined) return;
    parties.push(partyFrom(typed));
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (!folder && folders.length > 1) return;
  await begin(folder, { kind, title, role, parties });
}

/** What was answered. */
type Answers = Pick<NewAgreement, 'kind' | 'title' | 'role' | 'parties'>;

/**
 * Starts an agreement in a new file of a folder. Where there is no folder it has no file yet, and where the folder cannot
 * be written neither: nobody answers all questions for nothing.
 * @throws Refusal where the folder cannot be written; the agreement is open then.
 */
export async function begin(
  folder: Pick<vscode.WorkspaceFolder, 'name' | 'uri'> | undefined,
  answers: Answers,
): Promise<void> {
  const file = folder && (await createFile(folder.uri, answers.title));
  const document = file
    ? await vscode.workspace.openTextDocument(file)
    : await vscode.workspace.openTextDocument({ language: 'markdown' });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const snippet = new vscode.SnippetString(textFor(answers));
  await editor.insertSnippet(snippet, new vscode.Position(0, 0), SNIPPET);
  if (folder && !file)
    throw new Refusal(
      vscode.l10n.t(
        'Nothing can be written in the folder {0}. The agreement is open and has no file yet: save it where you like.',
        folder.name,
      ),
    );
}

async function pickKind(): Promise<AgreementKind | undefined> {
  const items = agreementKinds.map((sort) => ({ label: sort.label, detail: sort.detail, sort }));
  const placeHolder = vscode.l10n.t('What kind of agreement is it?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.sort;
}

function ask(kind: AgreementKind, prompt: string, placeHolder: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({ title: titleOf(kind), prompt, placeHolder, ignoreFocusOut: true });
}

/** Which of the kind's two roles is one's own; a kind whose roles are left to write asks for none. */
async function pickRole(kind: AgreementKind): Promise<string | undefined> {
  if (kind.id === 'blank') return kind.roles[0];
  const placeHolder = vscode.l10n.t('What is your side?');
  return vscode.window.showQuickPick([...kind.roles], {
    title: titleOf(kind),
    placeHolder,
    ignoreFocusOut: true,
  });
}

function titleOf({ label }: AgreementKind): string {
  return vscode.l10n.t('New Agreement: {0}', label);
}

function textFor(answers: Answers): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = new Date();
  const today = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())!;
  return snippetText(newAgreementText({ ...answers, today, zone }));
}

/** Creates an empty file named after a title, beside those that exist; undefined where the folder cannot be written. */
async function createFile(folder: vscode.Uri, title: string): Promise<vscode.Uri | undefined> {
  const name = fileNameFor(title) || 'agreement';
  for (let number = 1; ; number++) {
    const uri = vscode.Uri.joinPath(folder, `${number === 1 ? name : `${name}-${number}`}.md`);
    if (await exists(uri)) continue;
    try {
      await vscode.workspace.fs.writeFile(uri, new Uint8Array());
      return uri;
    } catch {
      return undefined;
    }
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
