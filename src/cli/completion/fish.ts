import type { CompletedOption, Completions } from './model.ts';

/** A script for fish 3 or later. */
export function fishScript({ options: own, commands }: Completions): string {
  const lines = commands.flatMap(({ name, meaning, options, argument }) => {
    const here = `complete -c parley -n '__parley_is ${name}'`;
    const words = argument === 'files' ? ['-F'] : argument ? [`-a ${quoted(argument.join(' '))}`] : [];
    return [
      `complete -c parley -n __parley_is -a ${name} -d ${quoted(meaning)}`,
      ...words.map((values) => `${here} ${values}`),
      ...options.map((option) => `${here} ${optionWords(option)}`),
    ];
  });
  return `# Completes parley in fish. Made by \`parley completion fish\`.
# Whether this is the command; without one, whether there is none yet.
function __parley_is
    set -l words (commandline -opc)
    test "$words[2]" = "$argv[1]"
end
complete -c parley -f
${own.map((option) => `complete -c parley -n __parley_is ${optionWords(option)}`).join('\n')}
${lines.join('\n')}
`;
}

function optionWords({ flags, meaning, words, list }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const values = words?.join(' ') ?? '';
  const choices = list && values !== '' ? `(__fish_append , ${values})` : values;
  const value = words ? [`-x${choices === '' ? '' : ` -a ${quoted(choices)}`}`] : [];
  return [...names, ...value, `-d ${quoted(meaning)}`].join(' ');
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
