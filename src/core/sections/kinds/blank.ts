import { sentence } from '../../messages.ts';
import type { AgreementKind } from './kind.ts';

const hint = (of: string) => `{${sentence(`section/new/${of}`)}}`;

/** One objective, one milestone and one clause to begin from. */
export const blank: AgreementKind = {
  id: 'blank',
  label: 'Blank',
  detail: 'One objective, one milestone and one clause to begin from',
  roles: [sentence('section/new/our-role'), sentence('section/new/their-role')],
  terms: { expires: '{effective + 1 year - 1 day}' },
  objectives: [{ title: hint('objective') }],
  milestones: [
    {
      title: hint('milestone'),
      objective: 'O1',
      owner: 0,
      due: '{effective + 4 weeks}',
      indicator: hint('indicator'),
    },
  ],
  risks: [],
  decides: {},
  clauses: [{ title: hint('clause'), text: hint('words') }],
};
