import type { Check } from './check.ts';
import { invalidValue } from './invalid-value.ts';
import { noOwner } from './no-owner.ts';
import { overdue } from './overdue.ts';
import { yamlSyntax } from './yaml-syntax.ts';

/** THE list of checks. Editor, command line, settings, docs and reports all derive from it. */
export const checks: readonly Check[] = [overdue, noOwner, invalidValue, yamlSyntax];
