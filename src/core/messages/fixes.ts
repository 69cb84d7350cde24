import type { Messages } from './message.ts';

/** The titles of fixes, and what stands beside the other places of a finding. */
export const fixes: Messages = {
  'fix/replace': 'Write “{text}”',
  'fix/quote': 'Put the whole value into quotes',
  'fix/indent': 'Indent with spaces',
  'fix/renew': 'Let the agreement end on {day}',
  'fix/rename-key': 'Rename it to “{known}”',
  'fix/rename': 'Call it “{text}”',
  'fix/set-owner': 'Name {owner} as the owner',
  'fix/mention': 'Give it to @{owner}',
  'fix/remove-marker': 'Remove the second marker',
  'fix/close-frontmatter': 'Close the frontmatter with “---”',
  'fix/survives': 'Say that it is owed after the end',
  'fix/set-status': 'Set the status to {status}',
  'fix/remove-key': 'Remove “{key}”',
  'fix/tick': 'Tick it',
  'fix/join-party': 'List {name} with {party}',
  'fix/remove-control': 'Remove the invisible character',
};
