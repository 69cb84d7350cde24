import * as vscode from 'vscode';
import type { Summary } from '../../server/protocol.ts';
import type { Server } from '../client/server.ts';

/** What takes less is not worth a bar, in milliseconds. */
const SHORT = 500;

/**
 * Shows the bar at the top of views while what they show is not all there is: files are read, or a day has begun. The
 * context `parley.reading` says `reading` while files are, so that it can be stopped, and `stopped` when somebody did.
 */
export function showReading(server: Server, views: readonly string[]): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;
  let summary: Summary | undefined;
  let said: string | undefined;
  const say = () => {
    const what = summary?.reading ? end && 'reading' : summary?.unread ? 'stopped' : undefined;
    if (what === said) return;
    said = what;
    vscode.commands.executeCommand('setContext', 'parley.reading', what);
  };
  const begin = () => {
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    for (const viewId of views) vscode.window.withProgress({ location: { viewId } }, () => ended);
    say();
  };
  const show = (now?: Summary) => {
    summary = now;
    if (now?.growing) timer ??= setTimeout(begin, SHORT);
    else {
      clearTimeout(timer);
      end?.();
      timer = end = undefined;
    }
    say();
  };
  return vscode.Disposable.from(
    server.onDidChange(show),
    server.onDidChangeState((state) => {
      if (state === 'off' || state === 'failed') show();
    }),
    { dispose: () => show() },
  );
}
