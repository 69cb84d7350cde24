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

## The Commitments view

*Group By…* puts commitments together by owner, deadline, agreement, party or state; what is late comes first. Of a
group, 200 rows are shown at a time, and *Load more…* at its end shows the next.

**Filters.** *Filter Commitments…* takes words, or one condition after another from lists of what there is: owner,
party, state, kind, tag, and a stretch of time, whose ends may be words that are read anew each day, such as \`today\`
and \`end of quarter\`. A commitment is shown where it meets every condition, each by any of the values chosen for it,
and has all the words. The tree follows each step, and says what is on. *Save as…* keeps a filter under a name: names
are kept with the workspace, and offered the next time. Which filter is on holds for the window only, so that nothing is
kept back from somebody who comes back another day.

**Several rows.** *Mark Done*, *Postpone…* and *Reassign…* act on all rows that are selected; rows that are dragged to
another owner’s group are reassigned, after asking. Where only some of them allow it, those are done and the others stay
as they are: a message names them and says why, as a check-in is done only by its record, or a file is read-only. What
changes in one file is one step to undo. A file that nobody has open is saved; where it cannot be, it is opened.

**Signed agreements.** Where *Postpone…* or *Reassign…* changes a milestone of an agreement that is signed, it asks why,
and records the change in the section [Changes](format.md#5-body) in the same step.

**While files are read** for the first time, or after a change of branch, both views have a bar and a button *Stop Reading*.
What has been read stays; the view then says how many files were not read, files that are saved are followed as before, and
*Go On Reading* goes on. In a browser, and in folders on other machines, the first 20,000 Markdown files are looked at;
the log (*Show Log*) says so where there are more.

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
