import type { AgreementKind } from './kind.ts';

/** Goods bought over a term. */
export const supply: AgreementKind = {
  id: 'supply',
  label: 'Supply',
  detail: 'Goods delivered over a term, at an agreed price and quality',
  roles: ['buyer', 'supplier'],
  terms: {
    expires: '{effective + 1 year - 1 day}',
    renews: '{1 year}',
    notice: '{90 days}',
    cadence: '{every month}',
    acceptance: '{10 business days}',
  },
  objectives: [
    {
      title: '{A unit cost that the margin can carry}',
      party: 0,
      metric: 'unit cost',
      unit: '{EUR}',
      target: '{1.00}',
    },
    { title: '{Deliveries on the day}', metric: 'deliveries on time', unit: '"%"', target: '{98}' },
  ],
  milestones: [
    {
      title: '{First article approved}',
      objective: 'O1',
      clause: '2.1',
      owner: 1,
      accepts: 0,
      due: '{effective + 4 weeks}',
      indicator: '{Inspection report signed by quality}',
    },
    {
      title: '{First full delivery booked in}',
      objective: 'O2',
      clause: '2.2',
      owner: 1,
      due: '{M1 + 4 weeks}',
      after: 'M1',
      indicator: '{Delivery note without a shortage, signed at goods-in}',
    },
    {
      title: '{Delivery and quality report}',
      objective: 'O2',
      clause: '4.1',
      owner: 1,
      due: '{effective + 2 months}',
      every: '{month}',
      indicator: '{Report with deliveries on time and defects per million, received by e-mail}',
    },
    {
      title: '{Prices for the next term agreed}',
      objective: 'O1',
      clause: '3.2',
      owner: [0, 1],
      due: '{expires - 120 days}',
      indicator: '{Price list signed by both parties}',
    },
  ],
  risks: [
    {
      title: '{The price of the main input rises}',
      probability: 'medium',
      impact: 'high',
      trigger: '{index more than 10 per cent above that of the signature}',
      mitigation: '{An index clause with floor and ceiling}',
      affects: 'M4',
      owner: 0,
    },
    {
      title: '{The line stops}',
      probability: 'low',
      impact: 'high',
      trigger: '{two deliveries late in a row}',
      mitigation: '{Safety stock of three weeks at the supplier}',
      affects: 'M2',
      owner: 1,
    },
  ],
  decides: { price: 'both', quality: 0, 'delivery plan': 1 },
  clauses: [
    {
      title: 'Subject',
      text: 'The Supplier makes and delivers {goods} to the Buyer during the term of this agreement.',
    },
    {
      title: 'Start and deliveries',
      parts: [
        [
          'First article',
          'The Supplier presents a first article of each item. The Buyer accepts or refuses it in writing, with reasons, within {ten business days}.',
        ],
        [
          'Deliveries',
          'The Buyer calls off {quantity} a {week}, {two weeks} ahead. The Supplier delivers to {place}, {delivered at place, Incoterms 2020}.',
        ],
      ],
    },
    {
      title: 'Price',
      parts: [
        [
          'Price and payment',
          'The price is {price} for each {unit}. Invoices are paid within {30 days} of receipt.',
        ],
        ['Review', 'The parties agree the prices of the next term before the last day to give notice.'],
      ],
    },
    {
      title: 'Quality',
      parts: [
        ['Reports', 'Each {month} the Supplier reports deliveries on time, defects and corrective actions.'],
        [
          'Defects',
          'The Buyer tells the Supplier of defects within {five business days} of finding them. The Supplier replaces the goods or credits their price.',
        ],
      ],
    },
    {
      title: 'Term and notice',
      text: 'The agreement is in force for {one year}. Unless a party gives notice {90 days} before its end, it renews for {one year}.',
    },
    {
      title: 'Liability, confidentiality and law',
      text: '{Limits of liability, what is confidential and for how long, the law that applies and the place of jurisdiction.}',
    },
  ],
};
