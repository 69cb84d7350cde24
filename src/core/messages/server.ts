import type { Messages } from './message.ts';

/** What the language server says by itself. */
export const server: Messages = {
  'server/more-findings': {
    by: 'count',
    one: '{count} more finding of this file is not shown.',
    other: '{count} more findings of this file are not shown.',
  },
  'server/fix-all': 'Fix everything that has one safe fix',
  'server/no-agreement': 'There is no agreement in this file.',
  'server/no-negotiation': 'The agreement has no negotiation “{id}”.',
  'server/read-only': 'The file is read-only. Make it writable first.',
  'server/damaged': 'The file has bytes that are not UTF-8, which would be lost. Save it as UTF-8 first.',
};
