import assert from 'node:assert/strict';
import { type Agreement, readAgreement } from '../../../src/core/document/agreement.ts';

/** Reads a text that is an agreement. */
export function agreementOf(text: string, uri = 'file:///a.md'): Agreement {
  const agreement = readAgreement(text, uri);
  assert.ok(agreement, 'the text is an agreement');
  return agreement;
}
