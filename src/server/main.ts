// One file is the server everywhere. Each host brings a transport, and only its own can be loaded there.
void (globalThis.process?.versions?.node ? import('./node.ts') : import('./browser.ts'));
