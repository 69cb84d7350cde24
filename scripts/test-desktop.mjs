// Runs the in-host suites in a desktop VS Code, after installing what is missing; test/harness/desktop.ts says how.
import { installDependencies, runTypeScript } from './bootstrap.mjs';

installDependencies();
runTypeScript('test/harness/desktop.ts');
