import { Argument, type Command } from 'commander';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { type Completions, completionsOf } from '../completion/model.ts';
import { zshScript } from '../completion/zsh.ts';
import { withManual } from '../manual.ts';

const SHELLS: Readonly<Record<string, (all: Completions) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Adds `parley completion`. */
export function addCompletion(program: Command): void {
  const command = program
    .command('completion')
    .addArgument(new Argument('<shell>', 'the shell').choices(Object.keys(SHELLS)))
    .summary('print a script that completes commands in a shell')
    .description(
      'Prints a script with which a shell completes the commands, options and words of parley, and paths.',
    );
  withManual(command, {
    exits: { 0: 'it was printed', 2: 'called wrongly' },
    examples: [
      ['eval "$(parley completion bash)"', 'in ~/.bashrc'],
      ['eval "$(parley completion zsh)"', 'in ~/.zshrc, after compinit'],
      ['parley completion fish > ~/.config/fish/completions/parley.fish', 'once'],
    ],
  }).action((shell: string) => {
    process.stdout.write(SHELLS[shell]!(completionsOf(program)));
  });
}
