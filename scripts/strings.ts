import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Message } from '../src/core/messages/message.ts';
import { english } from '../src/core/messages.ts';

/** A string in the source, and what the source does with it. */
export interface SourceString {
  /** The file's path as it was read. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** Whether the editor's language decides how it reads: it goes through `l10n.t`. */
  readonly translated: boolean;
  /** The name of the function or class that takes it, if one does. */
  readonly taker: string | undefined;
}

/** All strings in the TypeScript files below a folder, but for those of imports and types. */
export function stringsBelow(folder: string): readonly SourceString[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files
    .sort()
    .flatMap((name) => stringsIn(join(folder, name), readFileSync(join(folder, name), 'utf8')));
}

/** All strings in one file's text, but for those of imports and types. */
export function stringsIn(file: string, text: string): readonly SourceString[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: SourceString[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    const value = textOf(node);
    if (value !== undefined) {
      const taker = takerOf(node);
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ file, line, text: value, taker, translated: taker?.endsWith('l10n.t') ?? false });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The table that translators begin from: every sentence that the editor's language decides, in English. */
export function stringsBundle(folder: string): string {
  const client = stringsBelow(folder).flatMap(({ text, translated }) => (translated ? [text] : []));
  const reports = Object.entries(english).flatMap(([code, message]) =>
    code.startsWith('report/') ? wordings(message) : [],
  );
  const all = [...new Set([...client, ...reports])].sort();
  return `${JSON.stringify(Object.fromEntries(all.map((text) => [text, text])), undefined, 2)}\n`;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}')
    : undefined;
}

function takerOf({ parent }: ts.Node): string | undefined {
  const takes = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  return takes ? parent.expression.getText() : undefined;
}

function wordings(message: Message): readonly string[] {
  if (typeof message === 'string') return [message];
  const { by: _, ...cases } = message;
  return Object.values(cases).flatMap(wordings);
}
