import type { Amendment } from '#domain/decisions/amendment';
import type { DecisionOutcome, Proposal } from '#domain/decisions/proposal';
import { addDays, type LocalDate } from '#domain/shared/local-date';
import { workingDay, type CallKey, type CaseAct, type Dated, type FollowUp, type Story } from './story.js';

type Ending =
  | 'empty'
  | 'draft'
  | 'discarded'
  | 'submitted'
  | 'withdrawn'
  | 'started'
  | 'delayed'
  | 'assigned'
  | 'assessed'
  | 'judged'
  | 'conflict'
  | 'asked'
  | 'completed'
  | 'returned'
  | 'withdrawnLate'
  | 'proposed'
  | 'proposedRejection'
  | 'granted'
  | 'amended'
  | 'rejected';

/** Who applied, and how far the case has come. Those granted meet the threshold by the proxy. */
const CASES: Record<'measures' | 'mapping', Record<Ending, readonly string[]>> = {
  measures: {
    empty: ['2580'],
    draft: ['1480', '1275', '12', '1282', '0581', '1283', 'forbund1'],
    discarded: ['0184', '1440'],
    submitted: ['0126', '0181', '0380', '1081', '1277', '1380', '1730', '2480', '05', '1485'],
    withdrawn: ['0880'],
    started: ['0180', '0583', '1488', '1863'],
    delayed: [],
    assigned: ['0484', '1864'],
    assessed: ['0482', '1473', '2180'],
    judged: ['24'],
    conflict: ['1490'],
    asked: ['1280', '0780', '1447', 'forbund2'],
    completed: ['1862'],
    returned: ['0760'],
    withdrawnLate: ['1780'],
    proposed: ['0483', '1781', '2084'],
    proposedRejection: ['1281'],
    granted: ['0127', '1782'],
    amended: ['2181'],
    rejected: ['0381', '1383', '2281'],
  },
  mapping: {
    empty: [],
    draft: ['1280', '0188', '2482'],
    discarded: [],
    submitted: ['1260', '14', '0680'],
    withdrawn: ['1481'],
    started: [],
    delayed: ['0821'],
    assigned: [],
    assessed: ['1273'],
    judged: [],
    conflict: [],
    asked: ['1290'],
    completed: [],
    returned: [],
    withdrawnLate: [],
    proposed: ['0860'],
    proposedRejection: [],
    granted: ['1256'],
    amended: [],
    rejected: ['2080'],
  },
};

/** No municipality of the region reaches the threshold by the proxy, and the index has no values. */
const JUDGEMENT = {
  findingCode: 'measureThreshold',
  outcome: 'notMet',
  motive:
    'Demo: ingen kommun i regionen når tröskeln för områdestyp 1 och 2 enligt närmevärdet, och sökanden visar inget som talar för att ojämlikhetsindexet skulle göra det.',
} as const;

const MISSING = 'Demo: beskriv hur målen mäts och vem som svarar för uppföljningen.';

const DELAY = 'Demo: många ansökningar har kommit in samtidigt.';

/** About sixty cases of the open calls, in every state, dated in the weeks before `today`. */
export function presentStories(today: LocalDate): Story[] {
  const all = (['measures', 'mapping'] as const).flatMap((call) =>
    Object.entries(CASES[call]).flatMap(([ending, organisations]) =>
      organisations.map((organisation) => ({ call, ending: ending as Ending, organisation })),
    ),
  );
  return all.map(({ call, ending, organisation }, number) => ({
    call,
    organisation,
    content: {
      number,
      costs: call === 'mapping' ? 300 + 10 * (number % 4) : 1_200 + 70 * (number % 17),
      percent: 78 + (number % 10),
    },
    acts: actsOf(ending, { call, number, today }),
    followUps: ending === 'amended' ? amendmentOf(number, today) : [],
  }));
}

interface Frame {
  call: CallKey;
  number: number;
  today: LocalDate;
}

/** Cases begin on different days: the later a case stands in the list, the more days it is moved, up to two weeks. */
function actsOf(ending: Ending, frame: Frame): Dated<CaseAct>[] {
  const shift = (frame.number * 5) % 14;
  const day = (daysAgo: number) => workingDay(addDays(frame.today, shift - 14 - daysAgo));
  const [own, other] = frame.number % 2 === 0 ? OFFICERS : OFFICERS.toReversed();
  const decider = frame.number % 2 === 0 ? 'beslut' : 'beslut2';
  const draft: Dated<CaseAct>[] = [
    { act: 'create', day: day(28) },
    { act: 'edit', day: day(26) },
  ];
  const submitted: Dated<CaseAct>[] = [...draft, { act: 'submit', day: day(23) }];
  const started: Dated<CaseAct>[] = [...submitted, { act: 'start', by: own!, day: day(19) }];
  const assessed: Dated<CaseAct>[] = [...started, { act: 'assess', by: own!, day: day(12) }];
  const asked: Dated<CaseAct>[] = [
    ...started,
    { act: 'requestCompletion', by: own!, text: MISSING, dueOn: addDays(frame.today, 21), day: day(14) },
  ];
  const propose = (outcome: DecisionOutcome): Dated<CaseAct>[] => [
    ...assessed,
    { act: 'propose', by: own!, proposal: proposalOf(outcome, frame), day: day(7) },
  ];
  const decide: Dated<CaseAct> = { act: 'approve', by: decider, day: day(2) };
  switch (ending) {
    case 'empty':
      return draft.slice(0, 1);
    case 'draft':
      return draft;
    case 'discarded':
      return [...draft, { act: 'discard', day: day(20) }];
    case 'submitted':
      return submitted;
    case 'withdrawn':
      return [...submitted, { act: 'withdraw', day: day(15) }];
    case 'started':
      return started;
    case 'delayed':
      return [
        ...started,
        { act: 'notifyDelay', by: own!, text: DELAY, expectedOn: addDays(frame.today, 60), day: day(12) },
      ];
    case 'assigned':
      return [...started, { act: 'assign', by: own!, to: other!, day: day(16) }];
    case 'assessed':
      return assessed;
    case 'judged':
      return [...assessed, { act: 'judge', by: own!, ...JUDGEMENT, day: day(10) }];
    case 'conflict':
      return [...started, { act: 'declareInterest', by: other!, day: day(17) }];
    case 'asked':
      return asked;
    case 'completed':
      return [...asked, { act: 'edit', day: day(9) }, { act: 'complete', day: day(8) }];
    case 'returned':
      return [
        ...propose('approve'),
        { act: 'return', by: decider, note: 'Demo: skälen behöver visa hur målen följs upp.', day: day(3) },
      ];
    case 'withdrawnLate':
      return [...started, { act: 'withdraw', day: day(11) }];
    case 'proposed':
      return propose('approve');
    case 'proposedRejection':
      return propose('reject');
    case 'granted':
    case 'amended':
      return [...propose('approve'), decide];
    case 'rejected':
      return [...propose('reject'), decide];
  }
}

const OFFICERS = ['handlaggare', 'handlaggare2'];

/** The last year is lowered, on the recipient's request, and nothing was paid of it. */
function amendmentOf(number: number, today: LocalDate): Dated<FollowUp>[] {
  const amendment: Amendment = {
    years: [{ year: 2029, amount: 600_000 }],
    reasons:
      'Demo: kommunen begär ett lägre belopp för 2029, eftersom lokalerna tas över av föreningar det året.',
    requestedBy: 'recipient',
  };
  return [
    { act: 'amend', by: OFFICERS[number % 2]!, amendment, day: workingDay(addDays(today, -1)) },
    { act: 'approveAmendment', by: number % 2 === 0 ? 'beslut' : 'beslut2', day: workingDay(today) },
  ];
}

/** Round sums that every case of the call has asked for. */
function proposalOf(outcome: DecisionOutcome, { call, number }: Frame): Proposal {
  if (outcome !== 'approve')
    return {
      outcome,
      years: [],
      reasons:
        'Demo: medlen i exempelprogrammet räcker inte till alla. Ansökan visar i mindre grad än andra hur insatserna blir kvar efter bidragstiden.',
      conditions: [],
      reportsDue: [],
    };
  const years =
    call === 'mapping'
      ? [{ year: 2027, amount: 220_000 }]
      : [2027, 2028, 2029].map((year) => ({ year, amount: 900_000 + 5_000 * (number % 7) }));
  const last = years.at(-1)!.year;
  return {
    outcome,
    years,
    reasons:
      'Demo: kommunen når tröskeln för områdestyp 1 och 2 i exempelprogrammet (2 §) enligt underlaget, som är ett närmevärde. Målen går att följa upp och budgeten ryms inom 90 procent av kostnaderna (5 §).',
    conditions: ['Demo: bidraget används till de insatser som ansökan anger.'],
    reportsDue: years.map(({ year }) => ({
      kind: year === last ? 'final' : 'interim',
      year,
      dueOn: `${year + 1}-02-28`,
    })),
    instalments: years.flatMap(({ year }) =>
      call === 'mapping'
        ? []
        : [
            { year, share: 0.6 },
            { year, share: 0.4 },
          ],
    ),
  };
}
