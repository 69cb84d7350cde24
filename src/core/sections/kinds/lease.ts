import type { AgreementKind } from './kind.ts';

/** Premises let for a term. */
export const lease: AgreementKind = {
  id: 'lease',
  label: 'Lease',
  detail: 'Premises let for a term, with rent, upkeep and handover',
  roles: ['tenant', 'landlord'],
  terms: {
    expires: '{effective + 5 years - 1 day}',
    renews: '{1 year}',
    notice: '{6 months}',
    cadence: '{every quarter}',
  },
  objectives: [
    {
      title: '{A rent that the business can carry}',
      party: 0,
      metric: 'rent per square metre and year',
      unit: '{EUR}',
      target: '{50}',
    },
  ],
  milestones: [
    {
      title: '{Deposit paid}',
      clause: '2.2',
      owner: 0,
      due: '{effective + 0 days}',
      indicator: '{Credit on the deposit account}',
    },
    {
      title: '{Premises handed over}',
      clause: '3.1',
      owner: [1, 0],
      due: '{effective + 0 days}',
      indicator: '{Schedule of condition with photographs and meter readings, signed by both}',
    },
    {
      title: '{Rent paid}',
      objective: 'O1',
      clause: '2.1',
      owner: 0,
      due: '{effective + 5 days}',
      every: '{month}',
      indicator: '{Credit on the landlord’s account on the day}',
    },
    {
      title: '{Service charge statement}',
      clause: '2.3',
      owner: 1,
      due: '{effective + 15 months}',
      every: '{year}',
      indicator: '{Statement with invoices, received by the tenant}',
    },
    {
      title: '{Fire safety certificate}',
      clause: '3.2',
      owner: 1,
      due: '{effective + 1 year}',
      every: '{year}',
      indicator: '{Certificate posted at the entrance}',
    },
    {
      title: '{Premises handed back}',
      clause: '5.1',
      owner: [0, 1],
      due: 'expires + 0 days',
      indicator: '{Record of the handover with keys and meter readings, signed by both}',
    },
    {
      title: '{Deposit returned}',
      clause: '5.2',
      owner: 1,
      due: '{expires + 30 days}',
      survives: true,
      indicator: '{Credit on the tenant’s account}',
    },
  ],
  risks: [
    {
      title: '{Nothing of this size is free nearby when the lease ends}',
      probability: 'medium',
      impact: 'high',
      trigger: '{the landlord receives a second offer}',
      mitigation: '{Two other premises viewed before the notice day}',
      affects: 'M6',
      owner: 0,
    },
  ],
  decides: { rent: 'both', repairs: 1, 'use of the premises': 0 },
  clauses: [
    {
      title: 'Premises and term',
      text: 'The Landlord lets {premises} of {area} to the Tenant for {purpose}, for {five years}. Unless a party gives notice {six months} before the end, the lease renews for {one year}.',
    },
    {
      title: 'Rent',
      parts: [
        [
          'Payment',
          'The rent of {amount} a {month} is paid in advance, on the {fifth} day. {How and when the rent is adjusted.}',
        ],
        ['Deposit', 'The Tenant pays a deposit of {three} months’ rent before the handover.'],
        [
          'Service charge',
          'The Landlord states the service charge within {three months} of each year’s end; the balance is paid within {30 days}.',
        ],
      ],
    },
    {
      title: 'Upkeep',
      parts: [
        ['Handover', 'The parties record the condition of the premises at the handover.'],
        [
          'Landlord',
          'The Landlord keeps structure, roof and safety installations in repair, and has them certified.',
        ],
        ['Tenant', 'The Tenant keeps the interior in repair and reports damage within {two business days}.'],
      ],
    },
    {
      title: 'Changes and subletting',
      text: 'Changes to the premises and subletting need the Landlord’s consent in writing, which is not withheld without reason.',
    },
    {
      title: 'End of the lease',
      parts: [
        [
          'Return',
          'The premises are handed back cleared and clean, in the condition of the schedule less fair wear.',
        ],
        ['Deposit', 'The deposit is returned within {30 days}, less what the schedule allows.'],
      ],
    },
  ],
};
