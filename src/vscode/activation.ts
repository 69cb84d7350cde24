import * as vscode from 'vscode';

/** Registers what every host of the extension offers; VS Code disposes of it with the context. */
export function register(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Parley', { log: true });
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('parley.showLog', () => log.show()),
  );
  log.info(`Parley ${context.extension.packageJSON.version} is active.`);
}
