import type { Check } from './check.ts';
import { overdue } from './overdue.ts';

/** THE list of checks. Editor, command line, settings, docs and reports all derive from it. */
export const checks: readonly Check[] = [overdue];
