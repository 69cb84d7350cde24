import type { AgreementKind } from './kind.ts';

/** Money given for a purpose, against reports. */
export const grant: AgreementKind = {
  id: 'grant',
  label: 'Grant',
  detail: 'Money for a purpose, paid in instalments against reports',
  roles: ['grantee', 'funder'],
  terms: {
    expires: '{effective + 18 months - 1 day}',
    cadence: '{every quarter}',
    acceptance: '{20 business days}',
  },
  objectives: [
    {
      title: '{What will be better, and for whom}',
      metric: '{households reached}',
      unit: '{households}',
      target: '{400}',
    },
  ],
  milestones: [
    {
      title: '{First instalment paid}',
      clause: '3.1',
      owner: 1,
      due: '{effective + 20 business days}',
      indicator: '{Credit on the grantee’s project account}',
    },
    {
      title: '{Baseline measured}',
      objective: 'O1',
      clause: '2.1',
      owner: 0,
      due: '{effective + 3 months}',
      indicator: '{Baseline report with method and raw data, received by the funder}',
    },
    {
      title: '{Interim report accepted}',
      objective: 'O1',
      clause: '4.1',
      owner: 0,
      accepts: 1,
      due: '{effective + 9 months}',
      after: 'M2',
      indicator: '{Narrative and statement of expenditure accepted in writing}',
    },
    {
      title: '{Second instalment paid}',
      clause: '3.1',
      owner: 1,
      due: '{M3 + 20 business days}',
      after: 'M3',
      indicator: '{Credit on the grantee’s project account}',
    },
    {
      title: '{Target reached and measured}',
      objective: 'O1',
      clause: '2.1',
      owner: 0,
      due: '{expires - 1 month}',
      after: 'M3',
      indicator: '{Measurement by the method of the baseline}',
    },
    {
      title: '{Final report and audited statement}',
      clause: '4.2',
      owner: 0,
      accepts: 1,
      due: '{expires + 60 days}',
      after: 'M5',
      survives: true,
      indicator: '{Report with the auditor’s certificate, received by the funder}',
    },
  ],
  risks: [
    {
      title: '{Fewer people take part than planned}',
      probability: 'medium',
      impact: 'high',
      trigger: '{less than half of the target at the interim report}',
      mitigation: '{Two partners on the ground who know the households}',
      affects: 'M5',
      owner: 0,
    },
    {
      title: '{Costs fall outside the eligible ones}',
      probability: 'low',
      impact: 'medium',
      trigger: '{an item above 5 per cent of a budget line that nobody planned}',
      mitigation: '{Each item above that share is cleared with the funder first}',
      affects: 'M6',
      owner: 0,
    },
  ],
  decides: { 'budget lines': 1, 'project plan': 0 },
  clauses: [
    {
      title: 'Purpose',
      text: 'The Funder supports {project}, which the Grantee carries out in {place}. The grant is used for nothing else.',
    },
    {
      title: 'Project',
      parts: [
        ['Results', 'The Grantee measures {what} at the beginning and at the end by the same method.'],
        ['Staff and partners', '{Who carries the project out, and who answers for it.}'],
      ],
    },
    {
      title: 'Grant',
      parts: [
        [
          'Instalments',
          'The grant of {amount} is paid in {two} instalments, the second once the interim report is accepted.',
        ],
        [
          'Eligible costs',
          'Eligible are costs within the budget, incurred during the term and shown by receipts. Shifts of more than {10 per cent} between lines need consent.',
        ],
      ],
    },
    {
      title: 'Reports',
      parts: [
        ['Interim report', 'Results, obstacles and expenditure up to the {eighth} month.'],
        [
          'Final report',
          'Results against the baseline, and a statement of expenditure certified by an auditor, within {60 days} of the end.',
        ],
      ],
    },
    {
      title: 'Records and visits',
      text: 'The Grantee keeps records for {seven years}. The Funder may visit the project with {two weeks} of notice.',
    },
    {
      title: 'Repayment and end',
      text: 'What was not spent, or not for the purpose, is paid back within {30 days} of the final report. {When either party may end the agreement early.}',
    },
  ],
};
