import type { AgreementKind } from './kind.ts';

/** A dispute ended. */
export const settlement: AgreementKind = {
  id: 'settlement',
  label: 'Settlement',
  detail: 'A dispute ended: payment, withdrawal of claims, silence about it',
  roles: ['claimant', 'respondent'],
  terms: { expires: '{effective + 1 year}' },
  objectives: [{ title: '{End the dispute without a judgment}' }],
  milestones: [
    {
      title: '{First payment}',
      objective: 'O1',
      clause: '2.1',
      owner: 1,
      due: '{effective + 14 days}',
      amount: '{10000 EUR}',
      indicator: '{Credit on the claimant’s account}',
    },
    {
      title: '{Claim withdrawn}',
      objective: 'O1',
      clause: '3.1',
      owner: 0,
      due: '{M1 + 5 business days}',
      after: 'M1',
      indicator: '{The court’s confirmation of the withdrawal}',
    },
    {
      title: '{Goods and documents returned}',
      clause: '3.2',
      owner: [0, 1],
      due: '{effective + 4 weeks}',
      indicator: '{List of what was returned, signed by both}',
    },
    {
      title: '{Last payment}',
      objective: 'O1',
      clause: '2.1',
      owner: 1,
      due: '{effective + 6 months}',
      after: 'M1',
      amount: '{10000 EUR}',
      indicator: '{Credit on the claimant’s account}',
    },
  ],
  risks: [
    {
      title: '{A payment fails}',
      probability: 'low',
      impact: 'high',
      trigger: '{no credit three business days after the due day}',
      mitigation: '{The whole rest falls due, with a guarantee for it}',
      affects: 'M4',
      owner: 0,
    },
  ],
  decides: {},
  clauses: [
    {
      title: 'Background',
      text: 'The parties are in dispute about {what}, {court and file number}. They settle it as follows, without either admitting a liability.',
    },
    {
      title: 'Payment',
      parts: [
        [
          'Sum and dates',
          'The Respondent pays {amount} in {two} parts to the account that the Claimant names.',
        ],
        [
          'Default',
          'If a part is more than {ten days} late, the whole rest falls due at once, with interest of {rate}.',
        ],
      ],
    },
    {
      title: 'End of the dispute',
      parts: [
        [
          'Withdrawal',
          'Once the first part is paid the Claimant withdraws the claim. Each party bears its own costs{; the court’s are shared}.',
        ],
        ['Return', 'The parties return {goods and documents} to each other.'],
        [
          'Release',
          'With the last payment all claims from {the matter}, known or not, are settled, but for those from this agreement.',
        ],
      ],
    },
    {
      title: 'Confidentiality and conduct',
      text: 'The parties keep the terms confidential, except where the law or an auditor asks for them, and say nothing to the other’s disadvantage about the matter.',
    },
    { title: 'Law', text: '{The law that applies, and the court for disputes about this settlement.}' },
  ],
};
