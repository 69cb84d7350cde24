import type { Completions } from './model.ts';

/** A script for bash 3.2 or later. Names of commands and options and their words need no quoting. */
export function bashScript({ options: own, commands }: Completions): string {
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ flags, words, list }) =>
      words
        ? [
            `    ${flags.map((flag) => `'${name} ${flag}'`).join('|')}) words='${words.join(' ')}' list=${list ? 1 : ''} ;;`,
          ]
        : [],
    ),
  );
  const rest = commands.map(({ name, options, argument }) => {
    const flags = options.flatMap((option) => option.flags).join(' ');
    const words = argument === 'files' || argument === undefined ? '' : argument.join(' ');
    return `    ${name}) flags='${flags}' words='${words}' files=${argument === 'files' ? 1 : ''} ;;`;
  });
  return `# Completes parley in bash. Made by \`parley completion bash\`.
_parley() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  local command= option= before= words= flags= list= files= at word
  COMPREPLY=()
  for ((at = 1; at < COMP_CWORD; at++)); do
    if [[ \${COMP_WORDS[at]} != -* ]]; then command=\${COMP_WORDS[at]}; break; fi
  done
  # In some shells \`=\` parts words, in others it does not.
  if [[ $cur == = ]]; then option=$prev cur=
  elif [[ $prev == = ]]; then option=\${COMP_WORDS[COMP_CWORD-2]}
  elif [[ $cur == --*=* ]]; then option=\${cur%%=*} before=$option= cur=\${cur#*=}
  elif [[ $prev == -* ]]; then option=$prev
  fi
  case "$command $option" in
${values.join('\n')}
    *) option= ;;
  esac
  if [[ -z $option ]]; then
    case $command in
    '') flags='${own.flatMap(({ flags }) => flags).join(' ')}' words='${commands.map(({ name }) => name).join(' ')}' ;;
${rest.join('\n')}
    esac
    if [[ $cur == -* ]]; then words=$flags files=; fi
  elif [[ -n $list && $cur == *,* ]]; then
    before=$before\${cur%,*}, cur=\${cur##*,}
  fi
  if [[ -z $files ]]; then compopt +o default 2>/dev/null; fi
  if [[ -n $list ]]; then compopt -o nospace 2>/dev/null; fi
  for word in $words; do
    if [[ $word == "$cur"* && ,$before != *,$word,* ]]; then COMPREPLY+=("$before$word"); fi
  done
}
complete -o default -F _parley parley
`;
}
