import { LanguageClient, State } from 'vscode-languageclient/browser';
import { type Launch, SERVER_NAME } from './launch.ts';

/** The part of a browser's workers that is used here; the project is checked without a browser's types. */
interface ServerWorker {
  onerror: (event: { readonly message?: string }) => void;
  terminate(): void;
}
declare const Worker: new (url: string) => ServerWorker;

/** Runs the server as a worker, from the web worker extension host of browser windows. */
export const launch: Launch = (server, options, log) => {
  const worker = new Worker(server.toString(true));
  // A worker that cannot even be loaded says nothing else.
  worker.onerror = ({ message }) => log.error(`The server's worker failed: ${message}`);
  const client = new LanguageClient('parley', SERVER_NAME, worker, options);
  // A worker goes on after its server has ended, with all that it knows.
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) worker.terminate();
  });
  return client;
};
