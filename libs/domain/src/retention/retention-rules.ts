import type { RetentionRule } from './retention.js';

const NOT_RECEIVED = [
  'tryckfrihetsförordningen 2 kap. 9 och 13 §§',
  'dataskyddsförordningen (EU) 2016/679 artikel 5.1 e',
];
const RECORD = ['arkivlagen (1990:782) 3 §'];
const THINNING_OF_RECORDS = ['arkivlagen (1990:782) 10 §'];

/** Nothing of these came in to the agency: they are written in a room of the recipient's own. */
const drafts: readonly RetentionRule[] = [
  {
    material: 'discardedDraft',
    handling: 'thin',
    event: 'discarded',
    years: 1,
    ground: 'notReceived',
    provisions: NOT_RECEIVED,
  },
  {
    material: 'abandonedDraft',
    handling: 'thin',
    event: 'callClosed',
    years: 1,
    ground: 'notReceived',
    provisions: NOT_RECEIVED,
  },
];

const records: readonly RetentionRule[] = (
  ['submittedContent', 'decisions', 'money', 'auditTrail'] as const
).map((material) => ({ material, handling: 'keep', ground: 'publicRecord', provisions: RECORD }));

/** For a grant by an ordinance: an agency thins public records by an authority of the National Archives, and our sources have none. */
export const ordinanceRetention: readonly RetentionRule[] = [
  ...drafts,
  {
    material: 'refusedAttachments',
    handling: 'keep',
    ground: 'noAuthority',
    provisions: THINNING_OF_RECORDS,
  },
  ...records,
];

/** For an example programme, so that the whole of it can be tried. */
export const exampleRetention: readonly RetentionRule[] = [
  ...drafts,
  {
    material: 'refusedAttachments',
    handling: 'thin',
    event: 'refusedOrWithdrawn',
    years: 5,
    ground: 'example',
    provisions: THINNING_OF_RECORDS,
  },
  ...records,
];
