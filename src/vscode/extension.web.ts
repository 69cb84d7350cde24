import type { ExtensionContext } from 'vscode';
import { register } from './activation.ts';

/** Called by VS Code once, in the web worker extension host of browser windows. */
export function activate(context: ExtensionContext): void {
  register(context);
}
