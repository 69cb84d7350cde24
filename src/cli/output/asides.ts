import { oneLine } from '../../core/report/columns.ts';
import { skippedText } from '../../core/report/findings-text.ts';
import { aside } from '../failure.ts';
import type { Reading } from '../read.ts';

/** What is to be said on stderr about files that were left out or are damaged; empty where all went well. */
export function asidesOf({ skipped, damaged }: Reading): string {
  return [
    ...skipped.map((file) => aside(`${skippedText(file)}.`)),
    ...damaged.map((file) =>
      aside(`${oneLine(file)}: some bytes are not UTF-8 text and were read as “\ufffd”.`),
    ),
  ].join('');
}
