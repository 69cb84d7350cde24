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

Some act on a row of the *Commitments* view and are offered there.

| command | id, for keyboard shortcuts |
| --- | --- |
${commands.join('\n')}

## Settings

| setting | default | meaning |
| --- | --- | --- |
${settings.join('\n')}

The severity of each check is a property of \`parley.checks\`; [the checks](checks/README.md) are listed by themselves.
`;
}
