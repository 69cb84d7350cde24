import type { AgreementsAnswer, AgreementsParams } from '../../server/agreements/protocol.ts';
import type {
  ChildrenAnswer,
  ChildrenParams,
  ChoicesAnswer,
  ChoicesParams,
  CommitmentAtAnswer,
  CommitmentAtParams,
  CommitmentRow,
  CommitmentsParams,
  DayAnswer,
  DayParams,
  EditAnswer,
  EditParams,
  NegotiationRow,
  NegotiationsParams,
  PeopleParams,
  PersonRow,
  Summary,
} from '../../server/protocol.ts';

/** What the client asks the server, by method: the parameters and the answer of each. */
export interface Requests {
  'parley/tree/children': [ChildrenParams, ChildrenAnswer];
  'parley/agreements/children': [AgreementsParams, AgreementsAnswer];
  'parley/summary': [null, Summary];
  'parley/commitments': [CommitmentsParams, readonly CommitmentRow[]];
  'parley/filter/choices': [ChoicesParams, ChoicesAnswer];
  'parley/commitment/at': [CommitmentAtParams, CommitmentAtAnswer | null];
  'parley/edit': [EditParams, EditAnswer];
  'parley/day': [DayParams, DayAnswer];
  'parley/people': [PeopleParams, readonly PersonRow[]];
  'parley/negotiations': [NegotiationsParams, readonly NegotiationRow[]];
  'parley/cache/clear': [null, null];
  'parley/idle': [null, null];
}
