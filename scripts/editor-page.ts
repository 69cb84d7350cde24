/** What the page needs of the manifest: its commands and settings, worded by `package.nls.json`. */
export interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly default: unknown; readonly markdownDescription: string }>
      >;
    };
  };
}

/** The page of commands and settings, as the editor offers them. */
export function editorPage({ contributes }: Manifest, words: Readonly<Record<string, string>>): string {
  const word = (text: string) => (words[text.replace(/^%|%$/g, '')] ?? text).replaceAll('|', '\\|');
  const commands = contributes.commands.map(
    ({ command, title }) => `| ${word('%category%')}: ${word(title)} | \`${command}\` |`,
  );
  const settings = Object.entries(contributes.configuration.properties).map(
    ([name, { default: value, markdownDescription }]) =>
      `| \`${name}\` | \`${JSON.stringify(value)}\` | ${word(markdownDescription)} |`,
  );
  return `# Commands and settings in VS Code

What decides a day or a state stands in the agreement or in the folder's \`.parley.yaml\`
([reference](reference.md)); settings of the editor change only what one sees oneself. Where the extension
[YAML](https://marketplace.visualstudio.com/items?itemName=redhat.vscode-yaml) is installed, it completes and explains
\`.parley.yaml\` by the schema that Parley brings along; its mistakes are findings in any case.

## Commands

Some act on rows of the *Commitments* and *Agreements* views and are offered there.

| command | id, for keyboard shortcuts |
| --- | --- |
${commands.join('\n')}

## The Agreements view

Each agreement with what is late, its next deadline, how many of its milestones are done and its status; those with
something late come first, those that have ended last. What recurs and what was called off does not count as progress.

| below an agreement | what a row tells |
| --- | --- |
| Objectives | actual, agreed, target and baseline; below it each figure by itself, with how far it is from the target |
| Milestones | in the order of the file: id, due day, what it waits for, how much is done; below it what it waits for and, of a series, each occurrence that is owed |
| Action items | what is open first |
| Risks | status, probability, impact and the next review |
| Talks | when they were, and how their debrief stands |
| Key dates | signed, in force, the next check-in, the last day to give notice, the last day |

Enter or a click opens the place in the file, the right and left arrow keys open and close what stands below. An
objective’s limit is not shown: it is for its author alone.

## Settings

| setting | default | meaning |
| --- | --- | --- |
${settings.join('\n')}

The severity of each check is a property of \`parley.checks\`; [the checks](checks/README.md) are listed by themselves.
`;
}
