// Takes a picture of VS Code with the built extension in it; test/harness/look.ts says how.
import { installDependencies, runTypeScript } from './bootstrap.mjs';

installDependencies();
runTypeScript('test/harness/look.ts');
