import type { CompletedOption, Completions } from './model.ts';

/** A script for zsh 5 or later, to be sourced or to be found as `_parley` in a folder of `fpath`. */
export function zshScript({ options: own, commands }: Completions): string {
  const names = commands.map(({ name, meaning }) => `    ${quoted(`${name}:${meaning}`)}`);
  const cases = commands.map(({ name, options, argument }) => {
    const files = argument === 'files' ? [`'*:file:_files'`] : [];
    const words = Array.isArray(argument) ? [quoted(`1:word:(${argument.join(' ')})`)] : [];
    const specs = [...options.map(optionSpec), ...files, ...words];
    return `    ${name}) _arguments -S ${specs.join(' ')} ;;`;
  });
  return `#compdef parley
# Completes parley in zsh. Made by \`parley completion zsh\`.
_parley() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if ((CURRENT == 2)); then
    _arguments ${own.map(optionSpec).join(' ')}
    _describe -t commands command commands
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _parley ]]; then _parley "$@"; else compdef _parley parley; fi
`;
}

/** `'--format[how to say it]:format:(text json)'`; for a list the words can be repeated after commas. */
function optionSpec({ flags, meaning, words, list }: CompletedOption): string {
  const name = flags.at(-1)!.replace(/^-+/, '');
  const several = list && words && words.length > 0;
  const choices = several ? `_values -s , ${name} ${words.join(' ')}` : `(${words?.join(' ') ?? ''})`;
  const value = words ? `:${name}:${words.length > 0 ? choices : ' '}` : '';
  const tail = quoted(`[${escaped(meaning)}]${value}`);
  const repeated = list ? '*' : '';
  if (flags.length === 1) return `${quoted(`${repeated}${flags[0]}`)}${tail}`;
  return `${quoted(`(${flags.join(' ')})`)}{${flags.join(',')}}${tail}`;
}

function escaped(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
