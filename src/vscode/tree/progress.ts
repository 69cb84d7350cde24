import * as vscode from 'vscode';
import type { Server } from '../client/server.ts';

/** What takes less is not worth a bar, in milliseconds. */
const SHORT = 500;

/** Shows the bar at the top of a view while what it shows is not all there is: files are read, or a day has begun. */
export function showReading(server: Server, viewId: string): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;
  const begin = () => {
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    vscode.window.withProgress({ location: { viewId } }, () => ended);
  };
  const show = (reading: boolean) => {
    if (reading) timer ??= setTimeout(begin, SHORT);
    else {
      clearTimeout(timer);
      end?.();
      timer = end = undefined;
    }
  };
  return vscode.Disposable.from(
    server.onDidChange(({ incomplete }) => show(incomplete)),
    server.onDidChangeState((state) => {
      if (state === 'off' || state === 'failed') show(false);
    }),
    { dispose: () => show(false) },
  );
}
