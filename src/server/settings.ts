import type { Severities } from '../core/checks/run.ts';
import type { Severity } from '../core/document/configuration.ts';

/** What the client's settings decide. */
export interface Preferences {
  readonly severities: Severities;
  /** Whether only documents that are open have findings. */
  readonly openFilesOnly: boolean;
}

/** What holds where the client has no settings. */
export const DEFAULT_PREFERENCES: Preferences = { severities: new Map(), openFilesOnly: false };

const SEVERITIES: ReadonlySet<unknown> = new Set<Severity>([
  'off',
  'hint',
  'information',
  'warning',
  'error',
]);

/** Reads the client's section `parley`. It comes from people's settings files, so anything may stand in it. */
export function readPreferences(section: unknown): Preferences {
  const severities = new Map<string, Severity>();
  for (const [check, severity] of Object.entries(objectOf(objectOf(section)['checks'])))
    if (isSeverity(severity)) severities.set(check, severity);
  return {
    severities,
    openFilesOnly: objectOf(objectOf(section)['diagnostics'])['scope'] === 'openFiles',
  };
}

function isSeverity(value: unknown): value is Severity {
  return SEVERITIES.has(value);
}

/** A value as an object, an empty one where it is none. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
