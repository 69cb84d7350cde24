import type { Messages } from './message.ts';

/** The titles of fixes, and what stands beside the other places of a finding. */
export const fixes: Messages = {
  'fix/replace': 'Write “{text}”',
  'fix/set-owner': 'Name {owner} as its owner',
};
