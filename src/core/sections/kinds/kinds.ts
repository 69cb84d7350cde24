import { blank } from './blank.ts';
import { dataProcessing } from './data-processing.ts';
import { employment } from './employment.ts';
import { grant } from './grant.ts';
import type { AgreementKind } from './kind.ts';
import { lease } from './lease.ts';
import { partnership } from './partnership.ts';
import { settlement } from './settlement.ts';
import { softwareDelivery } from './software-delivery.ts';
import { supply } from './supply.ts';

/** The sorts of agreement that can be begun from, in the order in which they are offered. */
export const agreementKinds: readonly AgreementKind[] = [
  supply,
  softwareDelivery,
  grant,
  lease,
  partnership,
  employment,
  dataProcessing,
  settlement,
  blank,
];
