import type { AgreementKind } from './kind.ts';

/** Two who do something together. */
export const partnership: AgreementKind = {
  id: 'partnership',
  label: 'Partnership',
  detail: 'Two sides who build something together and share what comes of it',
  roles: ['first partner', 'second partner'],
  terms: {
    expires: '{effective + 3 years - 1 day}',
    renews: '{1 year}',
    notice: '{6 months}',
    cadence: '{every month}',
  },
  objectives: [
    {
      title: '{What the two reach together}',
      metric: '{joint customers}',
      unit: '{customers}',
      target: '{20}',
    },
    {
      title: '{Each side earns what it puts in}',
      metric: 'share of the joint result',
      unit: '"%"',
      target: '{50}',
    },
  ],
  milestones: [
    {
      title: '{Joint plan and budget agreed}',
      objective: 'O1',
      clause: '2.1',
      owner: [0, 1],
      due: '{effective + 6 weeks}',
      indicator: '{Plan for the first year, signed by both}',
    },
    {
      title: '{Contributions of the first partner in place}',
      clause: '2.2',
      owner: 0,
      due: '{M1 + 4 weeks}',
      after: 'M1',
      indicator: '{People named and means transferred, confirmed in the minutes}',
    },
    {
      title: '{Contributions of the second partner in place}',
      clause: '2.2',
      owner: 1,
      due: '{M1 + 4 weeks}',
      after: 'M1',
      indicator: '{People named and means transferred, confirmed in the minutes}',
    },
    {
      title: '{First joint customer signed}',
      objective: 'O1',
      clause: '2.1',
      owner: [0, 1],
      due: '{M2 + 4 months}',
      after: '[M2, M3]',
      indicator: '{Contract signed by the customer}',
    },
    {
      title: '{Statement of the joint result}',
      objective: 'O2',
      clause: '4.1',
      owner: 0,
      due: '{effective + 15 months}',
      every: '{year}',
      indicator: '{Statement with vouchers, received by the other partner}',
    },
  ],
  risks: [
    {
      title: '{One side puts in less than the other}',
      probability: 'medium',
      impact: 'high',
      trigger: '{a contribution more than a month late}',
      mitigation: '{Contributions are looked at in each meeting of the steering group}',
      affects: '[M2, M3]',
      owner: 0,
    },
    {
      title: '{Both want the same customer for themselves}',
      probability: 'medium',
      impact: 'medium',
      trigger: '{an offer of one side to a customer on the joint list}',
      mitigation: '{A list of joint customers, kept by both}',
      affects: 'M4',
      owner: 1,
    },
  ],
  decides: { plan: 'both', budget: 'both', 'joint brand': 'both' },
  clauses: [
    {
      title: 'Purpose',
      text: 'The partners {do what} together in {market or region}. Neither becomes the agent of the other.',
    },
    {
      title: 'Plan and contributions',
      parts: [
        ['Plan', 'The partners agree a plan and a budget for each year.'],
        ['Contributions', 'The first partner contributes {what}, the second partner {what}.'],
      ],
    },
    {
      title: 'Steering group',
      text: 'Each partner names {two} people. The group meets each {month}, decides unanimously, and keeps minutes.',
    },
    {
      title: 'Results',
      parts: [
        [
          'Sharing',
          'The joint result is shared {half and half} after a statement within {three months} of each year’s end.',
        ],
        ['Rights', '{Who owns what was there before, what arises, and who may use it afterwards.}'],
      ],
    },
    {
      title: 'Exclusivity and confidentiality',
      text: '{What each partner may do alone or with others, and what stays confidential for how long.}',
    },
    {
      title: 'Disagreement and end',
      text: 'What the steering group cannot settle within {ten business days} goes to {the managing directors}. {What happens to customers, brand and rights at the end.}',
    },
  ],
};
