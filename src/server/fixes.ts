import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Range as LspRange,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { sentence } from '../core/messages.ts';
import type { TextEdit } from '../core/text/edit.ts';
import { type Live, locateIn } from './documents.ts';
import { FIX_ALL } from './kinds.ts';
import type { Published } from './publisher.ts';

/**
 * The fixes that the findings published for a document carry.
 * @param settling makes the edits of all safe fixes at once
 */
export function codeActionsFor(
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  { document }: Live,
  published: Published,
  versioned: boolean,
  settling: () => readonly TextEdit[],
): CodeAction[] {
  // Without its findings nothing is known about a version that is newer.
  if (published.version !== document.version) return [];
  const locate = locateIn(document);
  const written = (edits: readonly TextEdit[]): WorkspaceEdit => {
    const { uri, version } = document;
    const changes = edits.map(({ range: place, newText }) => ({ range: locate(place), newText }));
    return workspaceEdit([{ textDocument: { uri, version }, edits: changes }], versioned);
  };
  const actions: CodeAction[] = [];
  for (const [i, finding] of published.findings.entries()) {
    const diagnostic = published.diagnostics[i]!;
    if (!wants(CodeActionKind.QuickFix, context.only) || !touches(diagnostic.range, range)) continue;
    for (const { title, args, edits, safe } of finding.fixes)
      actions.push({
        title: sentence(title, args),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: written(edits),
        ...(safe && { isPreferred: true }),
      });
  }
  if (wants(FIX_ALL, context.only)) {
    const edits = settling();
    if (edits.length > 0)
      actions.push({ title: sentence('server/fix-all'), kind: FIX_ALL, edit: written(edits) });
  }
  return actions;
}

/** Edits of documents as one edit: for exactly their versions where the client knows versions. */
export function workspaceEdit(documentChanges: TextDocumentEdit[], versioned: boolean): WorkspaceEdit {
  if (versioned) return { documentChanges };
  const changes: NonNullable<WorkspaceEdit['changes']> = {};
  for (const { textDocument, edits } of documentChanges)
    changes[textDocument.uri] = edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
  return { changes };
}

/** Whether a client asks for a kind: kinds are names with dots, and one stands for all below it. */
function wants(kind: string, only: readonly string[] | undefined): boolean {
  if (only === undefined) return kind !== FIX_ALL;
  return only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));
}

function touches(a: LspRange, b: LspRange): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: LspRange['start'], b: LspRange['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
