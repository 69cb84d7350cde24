import type { Messages } from './message.ts';

/** Why something was not written. Each says what can be done instead. */
export const edits: Messages = {
  'edit/aliased': 'This stands behind an alias. Change “{key}” where the anchor stands.',
  'edit/anchored':
    'An alias repeats “&{anchor}” elsewhere in the file, and would change too. Change it by hand.',
  'edit/unclear': '“{key}” is written in a way that cannot be changed safely. Change it by hand.',
  'edit/no-such-key': 'There is no “{key}” here.',
  'edit/only-key': '“{key}” is the only key here. Remove the whole entry by hand.',
};
