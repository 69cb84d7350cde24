import type { ExtensionContext } from 'vscode';
import { register } from './activation.ts';

/** Called by VS Code once, in the Node extension host of desktop and remote windows. */
export function activate(context: ExtensionContext): void {
  register(context);
}
