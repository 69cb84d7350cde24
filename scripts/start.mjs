// Opens VS Code on the samples, after installing what is missing; test/harness/start.ts says how.
import { installDependencies, runTypeScript } from './bootstrap.mjs';

installDependencies();
runTypeScript('test/harness/start.ts');
