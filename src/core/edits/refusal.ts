import type { MessageArgs } from '../messages.ts';

/** Why an edit was not made: the code of a sentence in messages.ts, `edit/…`, and its arguments. */
export interface Refusal {
  readonly refused: string;
  readonly args?: MessageArgs;
}

/** Refuses an edit. */
export function refuse(refused: string, args?: MessageArgs): Refusal {
  return args ? { refused, args } : { refused };
}

/** Whether an edit was refused. */
export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}
