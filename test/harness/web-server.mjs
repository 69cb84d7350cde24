// Serves VS Code for the browser: `node web-server.mjs <folder of @vscode/test-web> <its options as JSON>`.
import { createRequire } from 'node:module';

const [folder, options] = process.argv.slice(2);
const { open } = createRequire(import.meta.url)(folder);
await open(JSON.parse(options));
