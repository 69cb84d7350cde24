import type { AgreementKind } from './kind.ts';

/** Somebody employed. It has no last day: notice stands in its clause. */
export const employment: AgreementKind = {
  id: 'employment',
  label: 'Employment',
  detail: 'Work for pay without a last day: start, probation, yearly review',
  roles: ['employer', 'employee'],
  terms: { cadence: '{every month}' },
  objectives: [
    {
      title: '{What the position is to achieve in the first year}',
      party: 0,
      metric: '{goals of the first year reached}',
      unit: '"%"',
      target: '{100}',
    },
    { title: '{What the employee wants to learn}', party: 1 },
  ],
  milestones: [
    {
      title: '{Workplace, equipment and access ready}',
      clause: '1.2',
      owner: 0,
      due: '{effective - 1 business day}',
      indicator: '{Checklist signed by the employee on the first day}',
    },
    {
      title: '{Induction completed}',
      objective: 'O2',
      clause: '1.2',
      owner: [0, 1],
      due: '{effective + 6 weeks}',
      indicator: '{Induction plan with every item signed off}',
    },
    {
      title: '{Goals of the first year agreed}',
      objective: 'O1',
      clause: '3.1',
      owner: [0, 1],
      due: '{effective + 2 months}',
      indicator: '{Goals with measures, signed by both}',
    },
    {
      title: '{Probation reviewed}',
      clause: '1.3',
      owner: 0,
      due: '{effective + 5 months}',
      indicator: '{Decision in writing, handed to the employee}',
    },
    {
      title: '{Yearly review}',
      objective: 'O1',
      clause: '3.1',
      owner: 0,
      due: '{effective + 1 year}',
      every: '{year}',
      indicator: '{Record of the review, signed by both}',
    },
  ],
  risks: [
    {
      title: '{The position turns out to be another one than described}',
      probability: 'medium',
      impact: 'medium',
      trigger: '{more than a third of the time goes into other tasks}',
      mitigation: '{Tasks are compared with the description in the monthly talks}',
      affects: 'M3',
      owner: 0,
    },
  ],
  decides: { tasks: 0, leave: 'both' },
  clauses: [
    {
      title: 'Position and start',
      parts: [
        [
          'Position',
          'The Employee works as {position} in {place}, {share} of full time, from the first day of this agreement on.',
        ],
        ['First weeks', 'The Employer provides workplace, equipment and an induction plan.'],
        [
          'Probation',
          'The first {six months} are a probation; during it either party may end the agreement with {two weeks} of notice.',
        ],
      ],
    },
    {
      title: 'Pay, hours and leave',
      parts: [
        ['Pay', 'The salary is {amount} a year, paid {each month}. {Bonus, pension, expenses.}'],
        ['Hours and leave', 'The week has {hours} hours. The Employee has {days} days of paid leave a year.'],
      ],
    },
    {
      title: 'Goals and development',
      parts: [
        ['Review', 'Once a year the parties review the past goals and agree the next.'],
        ['Training', '{Training that the Employer pays for, and whether time for it counts as work.}'],
      ],
    },
    {
      title: 'Confidentiality, inventions and other work',
      text: '{What stays confidential, whose inventions are, what other work needs consent.}',
    },
    {
      title: 'End',
      text: 'After the probation either party may end the agreement in writing with {three months} of notice to the end of a month. {Law and collective agreements that apply.}',
    },
  ],
};
