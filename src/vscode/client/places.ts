import * as vscode from 'vscode';
import type { Position, Range } from 'vscode-languageclient';

/** A place of the protocol as VS Code has it. */
export function fromRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** A place of VS Code's as the protocol has it. */
export function toPosition({ line, character }: vscode.Position): Position {
  return { line, character };
}
