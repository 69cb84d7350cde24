import * as vscode from 'vscode';
import { expect } from './expect.ts';

describe('activation', () => {
  it('succeeds', async () => {
    const extension = vscode.extensions.getExtension('parley.parley');
    expect(extension, 'The extension is not installed.');
    await extension.activate();
    expect(extension.isActive, 'The extension is not active.');
  });

  it('registers each command that the manifest offers', async () => {
    const { contributes } = vscode.extensions.getExtension('parley.parley')?.packageJSON ?? {};
    const offered: string[] = contributes.commands.map(({ command }: { command: string }) => command);
    const registered = await vscode.commands.getCommands(true);
    const missing = offered.filter((command) => !registered.includes(command));
    expect(
      offered.length > 0 && missing.length === 0,
      `Nobody answers to ${missing.join(', ') || 'anything'}.`,
    );
  });
});
