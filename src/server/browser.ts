import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './server.ts';

startServer(createConnection(new BrowserMessageReader(globalThis), new BrowserMessageWriter(globalThis)));
