import type { AgreementKind } from './kind.ts';

/** Software built, accepted and handed over. */
export const softwareDelivery: AgreementKind = {
  id: 'software-delivery',
  label: 'Software delivery',
  detail: 'Software built in steps, each handed over, tested and accepted',
  roles: ['customer', 'developer'],
  terms: {
    expires: '{effective + 9 months}',
    cadence: '{every 2 weeks}',
    acceptance: '{10 business days}',
  },
  objectives: [
    {
      title: '{What the users can do that they cannot do now}',
      party: 0,
      metric: '{minutes for one case}',
      unit: 'minutes',
      target: '{10}',
    },
  ],
  milestones: [
    {
      title: '{Requirements and screen designs}',
      objective: 'O1',
      clause: '2.1',
      owner: 1,
      accepts: 0,
      due: '{effective + 4 weeks}',
      indicator: '{Design pack accepted in writing}',
    },
    {
      title: '{First release on the test system}',
      objective: 'O1',
      clause: '2.2',
      owner: 1,
      accepts: 0,
      due: '{M1 + 8 weeks}',
      after: 'M1',
      indicator: '{The agreed test cases pass without manual correction}',
    },
    {
      title: '{Data migrated}',
      clause: '2.3',
      owner: [0, 1],
      due: '{M2 + 4 weeks}',
      after: 'M2',
      indicator: '{Record counts agree with the old system}',
    },
    {
      title: '{User acceptance test passed}',
      objective: 'O1',
      clause: '3.1',
      owner: 0,
      due: '{M3 + 3 weeks}',
      after: 'M3',
      indicator: '{Test log without an open defect of class A or B}',
    },
    {
      title: '{Go-live}',
      objective: 'O1',
      clause: '3.2',
      owner: 1,
      accepts: 0,
      due: '{M4 + 10 business days}',
      after: 'M4',
      indicator: '{One working day handled in the new system from end to end}',
    },
    {
      title: '{Source code and documentation handed over}',
      clause: '4.1',
      owner: 1,
      due: '{M5 + 4 weeks}',
      after: 'M5',
      indicator: '{A clean machine builds the release from the repository}',
    },
    {
      title: '{Warranty defects closed}',
      clause: '4.2',
      owner: 1,
      due: '{expires + 90 days}',
      survives: true,
      indicator: '{No open warranty ticket}',
    },
  ],
  risks: [
    {
      title: '{The requirements grow}',
      probability: 'high',
      impact: 'medium',
      trigger: '{more than three change requests in a month}',
      mitigation: '{Each change is estimated and decided before work on it begins}',
      affects: 'M2',
      owner: 0,
    },
    {
      title: '{Old records are incomplete}',
      probability: 'medium',
      impact: 'medium',
      trigger: '{more than 2 per cent of a sample fails to import}',
      mitigation: '{A sample of 500 records is imported before the migration}',
      affects: 'M3',
      owner: 0,
    },
  ],
  decides: { scope: 0, architecture: 1, 'go-live': 'both' },
  clauses: [
    {
      title: 'Scope',
      text: 'The Developer builds and hands over {software} with which the Customer {does what}. Out of scope: {what}.',
    },
    {
      title: 'Deliverables',
      parts: [
        ['Design', 'Requirements, data model and screen designs, before any code is written.'],
        ['First release', '{What the first release does}, on a test system that the Customer can use.'],
        ['Migration', 'The Customer exports its records; the Developer provides the import and its log.'],
      ],
    },
    {
      title: 'Acceptance and go-live',
      parts: [
        [
          'Test',
          'Each deliverable is accepted or refused, with reasons, within {ten business days}. Class A stops work, class B has no reasonable way round.',
        ],
        ['Go-live', 'Go-live needs a passed test and both signatures.'],
      ],
    },
    {
      title: 'Rights and warranty',
      parts: [
        [
          'Rights',
          'On payment the Customer receives {the right to use, change and pass on} the software, its source code and its documentation. Third-party components and their licences are listed.',
        ],
        [
          'Warranty',
          'The Developer closes defects reported until the end of the term within the {ninety days} that follow it.',
        ],
      ],
    },
    {
      title: 'Price and payment',
      text: '{A fixed price by deliverable, or rates with a ceiling.} Invoices are paid within {30 days} of acceptance.',
    },
    {
      title: 'Changes',
      text: 'A change of scope, price or date is agreed in writing by both parties before work on it begins.',
    },
    {
      title: 'Confidentiality, liability and law',
      text: '{What is confidential and for how long, limits of liability, the law that applies and the place of jurisdiction.}',
    },
  ],
};
