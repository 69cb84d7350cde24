import type { Message } from './message.ts';

/** Where the frontmatter is no YAML, by the mistake that was probably made. */
export const yamlSyntax: Message = {
  by: 'reason',
  'second-colon': 'Unexpected second colon, expected quotes around “{text}”.',
  'at-sign': 'Unexpected “@”, expected the handle without it.',
  'percent-sign': 'Unexpected “%” at the start, expected quotes around “{text}”.',
  'block-sign': 'Unexpected “>” or “|” at the start, expected quotes around “{text}”.',
  'reserved-sign': 'Unexpected sign at the start, expected quotes around “{text}”.',
  'inner-quote': 'Unexpected quote within a quoted text, expected other quotes around “{text}”.',
  'text-after-quote': 'Unexpected text after the closing quote, expected quotes around all of “{text}”.',
  'text-after-bracket': 'Unexpected text after the closing bracket, expected quotes around all of “{text}”.',
  'unclosed-quote': 'Unexpected end of the line, expected a closing quote after “{text}”.',
  'dash-after-key': 'Unexpected “-” behind a key, expected each item of a list on a line of its own.',
  'tab-indent': 'Unexpected tab, expected spaces: YAML does not take tabs before a key.',
  'missing-space': 'Unexpected “{text}”, expected a space after the colon.',
  'missing-colon': 'Unexpected “{text}”, expected a key, a colon and a value.',
  'misplaced-line': 'Unexpected “{text}” here: it does not fit the lines around it.',
  'merge-marker': 'Unexpected “{text}”: an unfinished merge left both versions here.',
  'not-a-key': 'Unexpected “{text}”, expected a key and a colon.',
  'unresolved-alias': 'Unexpected alias “*{name}”: nothing before it is marked “&{name}”.',
  'too-many-aliases': 'Unexpected alias “{text}”: the file has more of them than can be followed.',
  'too-large': 'This is larger than what is read, so nothing in it is.',
  'too-deep': 'This is nested deeper than what is read, so nothing in it is.',
  unreadable: 'This file cannot be read: access is denied, or the disk failed.',
  yaml: 'Unexpected “{text}”: {detail}.',
  other: 'Unexpected “{text}”.',
};
