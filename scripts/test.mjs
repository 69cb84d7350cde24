// Runs every test, after installing what is missing: `npm test`, or `npm test -- --only core,ui`.
import { installDependencies, runTypeScript } from './bootstrap.mjs';

installDependencies();
runTypeScript('test/harness/main.ts');
