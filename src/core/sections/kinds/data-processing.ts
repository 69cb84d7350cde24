import type { AgreementKind } from './kind.ts';

/** Personal data processed for somebody else, as Article 28 GDPR asks. */
export const dataProcessing: AgreementKind = {
  id: 'data-processing',
  label: 'Data processing',
  detail: 'Personal data processed on behalf of another (GDPR, Article 28)',
  roles: ['controller', 'processor'],
  terms: {
    expires: '{effective + 2 years - 1 day}',
    renews: '{1 year}',
    notice: '{3 months}',
    cadence: '{every quarter}',
  },
  objectives: [
    {
      title: '{Every breach is told in time}',
      metric: 'hours from discovery to notification',
      unit: 'hours',
      target: '{24}',
    },
    { title: '{Nobody sees the data who need not}', party: 0 },
  ],
  milestones: [
    {
      title: '{Description of the processing agreed}',
      objective: 'O2',
      clause: '1',
      owner: [0, 1],
      due: '{effective + 0 days}',
      indicator: '{Annex with subject, data, people concerned and duration, signed by both}',
    },
    {
      title: '{Technical and organisational measures shown}',
      objective: 'O2',
      clause: '3.1',
      owner: 1,
      accepts: 0,
      due: '{effective + 4 weeks}',
      indicator: '{Certificate or audit report not older than a year}',
    },
    {
      title: '{List of sub-processors}',
      objective: 'O2',
      clause: '3.2',
      owner: 1,
      due: '{effective + 4 weeks}',
      every: '{year}',
      indicator: '{List with place and purpose of each, received by the controller}',
    },
    {
      title: '{Breach drill held}',
      objective: 'O1',
      clause: '4.1',
      owner: [1, 0],
      due: '{effective + 6 months}',
      every: '{year}',
      indicator: '{Log of the drill with the hours that it took}',
    },
    {
      title: '{Audit or self-assessment}',
      clause: '5',
      owner: 1,
      accepts: 0,
      due: '{effective + 1 year}',
      indicator: '{Report with findings and dates for each}',
    },
    {
      title: '{Data returned and deleted}',
      objective: 'O2',
      clause: '6',
      owner: 1,
      due: '{expires + 30 days}',
      survives: true,
      indicator: '{Certificate of deletion, backups included}',
    },
  ],
  risks: [
    {
      title: '{A sub-processor moves data to a third country}',
      probability: 'low',
      impact: 'high',
      trigger: '{notice of a new sub-processor or place}',
      mitigation: '{Thirty days to object, and an assessment before each transfer}',
      affects: 'M3',
      owner: 0,
    },
    {
      title: '{A breach goes unnoticed}',
      probability: 'medium',
      impact: 'high',
      trigger: '{an alert open for more than a day}',
      mitigation: '{Logs watched around the clock}',
      affects: 'M4',
      owner: 1,
    },
  ],
  decides: { instructions: 0, 'sub-processors': 'both', 'security measures': 1 },
  clauses: [
    {
      title: 'Subject',
      text: 'The Processor processes personal data for the Controller to {purpose}. Kinds of data: {kinds}. People concerned: {groups}. Duration: that of {the main agreement}.',
    },
    {
      title: 'Instructions',
      text: 'The Processor processes the data only on documented instructions, also as to transfers, and says so where it takes an instruction to be unlawful. Its people are bound to confidentiality.',
    },
    {
      title: 'Security and sub-processors',
      parts: [
        ['Measures', 'The Processor takes the measures of the annex and keeps them at the state of the art.'],
        [
          'Sub-processors',
          'The Processor names new sub-processors {30 days} ahead; the Controller may object. They are bound by the same duties.',
        ],
      ],
    },
    {
      title: 'Breaches and requests',
      parts: [
        [
          'Breaches',
          'The Processor tells the Controller of a breach without undue delay, within {24 hours} of discovery, with what is known of its kind, reach and remedy.',
        ],
        [
          'Requests',
          'The Processor passes on requests of people concerned within {two business days} and helps to answer them, and with assessments and authorities.',
        ],
      ],
    },
    {
      title: 'Audit',
      text: 'The Processor shows that it keeps these duties, and allows audits with {two weeks} of notice.',
    },
    {
      title: 'End',
      text: 'At the end the Processor returns the data and deletes it within {30 days}, as the Controller chooses, unless the law demands that it be kept.',
    },
  ],
};
