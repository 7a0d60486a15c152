import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Medel, type Answer, type Any } from '#testing';
import { BAD_EXPORT_ORDERS, MONTHLY } from './bad-export-orders.js';
import { everything, expectProblem, findingsOf } from './problem.js';
import { must, NOWHERE, Stage, YEAR, type Name } from './stage.js';

let medel: Medel;
let stage: Stage;
/** The things that hostile requests are about; none of them may have changed by one. */
const ids = { draft: '', assessed: '', report: '', decision: '', export: '', schedule: '' };

beforeAll(async () => {
  medel = await Medel.start();
  stage = await Stage.set(medel);
  ids.draft = await stage.application('draft');
  ids.assessed = await stage.application('underAssessment');
  ids.report = await stage.report('open');
  ids.decision = (await stage.decision('proposed')).id;
  const order = { kind: 'decisions', format: 'csv' };
  ids.export = (await must(stage.people.admin.post('/exports', { body: order }), 202)).body.id;
  const schedule = { title: 'Demo', ...order, recurrence: MONTHLY };
  ids.schedule = (
    await must(stage.people.revisor.post('/export-schedules', { body: schedule }), 201)
  ).body.id;
});
afterAll(async () => {
  await medel.expectCoherent();
  await medel.stop();
});

const TARGETS = {
  application: () => ['PATCH', `/applications/${ids.draft}`, 'sokande.1275'],
  report: () => ['PATCH', `/reports/${ids.report}`, 'sokande.1275'],
  newApplication: () => ['POST', '/applications', 'sokande.1275'],
  call: () => ['POST', '/calls', 'handlaggare'],
  appropriation: () => ['POST', '/appropriations', 'ekonomi'],
  proposal: () => ['POST', `/applications/${ids.assessed}/decision-proposals`, 'handlaggare'],
  completion: () => ['POST', `/applications/${ids.assessed}/request-completion`, 'handlaggare'],
  assessment: () => ['POST', `/applications/${ids.assessed}/assess`, 'handlaggare'],
  assignment: () => ['POST', `/applications/${ids.assessed}/assign`, 'handlaggare'],
  interest: () => ['POST', `/applications/${ids.assessed}/declare-conflict-of-interest`, 'handlaggare'],
  return: () => ['POST', `/decisions/${ids.decision}/return`, 'beslut'],
  confirmation: () => ['POST', `/decisions/${ids.decision}/confirm-year`, 'beslut'],
  export: () => ['POST', '/exports', 'revisor'],
  exportSchedule: () => ['POST', '/export-schedules', 'revisor'],
  exportScheduleEdit: () => ['PATCH', `/export-schedules/${ids.schedule}`, 'revisor'],
  session: () => ['POST', '/session', 'revisor'],
} satisfies Record<string, () => [string, string, Name] | string[]>;
type Target = keyof typeof TARGETS;

async function send(
  target: Target,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<Any>> {
  const [method, path, name] = TARGETS[target]() as [string, string, Name];
  const who = stage.people[name];
  const ifMatch = method === 'PATCH' ? (await who.get(path)).headers.get('etag')! : undefined;
  return who.send(method, path, { body, ifMatch, headers });
}

const surrogate = '"\\ud800"';
const cost = (changes: object) => ({ year: YEAR, kind: 'personnel', amount: 1, ...changes });

/** What is sent, and every finding that it must be answered with: `path code`. */
const INVALID: [Target, string, unknown, string][] = [
  ...(
    [
      ['text', '"5"'],
      ['a fraction', '1.5'],
      ['negative', '-1'],
      ['ten times too much', '10000000000000'],
      ['one too much', '1000000000001'],
      ['beyond numbers', '1e400'],
      ['null', 'null'],
      ['true', 'true'],
      ['a list', '[1]'],
      ['an object', '{}'],
    ] as const
  ).flatMap(([told, amount]): [Target, string, unknown, string][] => [
    [
      'application',
      `an amount that is ${told}`,
      `{"costs":[{"year":${YEAR},"kind":"personnel","amount":1},{"year":${YEAR},"kind":"personnel","amount":${amount}}],
        "requested":[{"year":${YEAR},"amount":${amount}}]}`,
      'costs[1].amount notAmount, requested[0].amount notAmount',
    ],
    [
      'appropriation',
      `sums that are ${told}`,
      `{"code":"a","name":"b","year":${YEAR},"amount":${amount},"commitmentLimit":${amount}}`,
      'amount notAmount, commitmentLimit notAmount',
    ],
    [
      'proposal',
      `a year's sum that is ${told}`,
      `{"outcome":"approve","reasons":"Demo","years":[{"year":${YEAR},"amount":${amount}}]}`,
      'years[0].amount notAmount',
    ],
  ]),
  ...[1999, 2101, 2026.5, '2026', null, -1, 1e21].map((year): [Target, string, unknown, string] => [
    'application',
    `the year ${JSON.stringify(year)}`,
    { requested: [{ year, amount: 1 }], costs: [cost({ year })] },
    'costs[0].year notYear, requested[0].year notYear',
  ]),
  [
    'application',
    'a goal outside the centuries',
    { activities: [{ title: 'a', goals: [{ indicator: 'i', year: 1999 }] }] },
    'activities[0].goals[0].year notYear',
  ],
  [
    'application',
    'a goal without an indicator',
    { activities: [{ title: 'a', goals: [{ year: 2026 }] }] },
    'activities[0].goals[0].indicator required',
  ],
  ['confirmation', 'a year that is none', { year: 3000 }, 'year notYear'],
  ['call', 'years that are none', { ...newCall(), years: [1999], budget: [] }, 'years notYear'],
  ['call', 'the same year twice', { ...newCall(), years: [YEAR, YEAR], budget: [] }, 'years duplicate'],
  ['call', 'no years', { ...newCall(), years: [], budget: [] }, 'years tooFew'],
  [
    'call',
    'a budget outside its years',
    { ...newCall(), budget: [{ year: YEAR + 1, amount: 1 }] },
    'budget[0].year outsideCallYears',
  ],
  [
    'call',
    'everything that the service finds, at once',
    { ...newCall(), programmeCode: 'none', appropriationCode: 'none', closesOn: `${YEAR - 1}-01-01` },
    'appropriationCode unknownAppropriation, closesOn closesBeforeItOpens, programmeCode unknownProgramme',
  ],
  ...[
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    '2026-01-01 ',
    'today',
    '',
    20260101,
    null,
    ['2026-01-01'],
    '9999-02-29',
    '+12026-01-01',
    '2026-01-01\u0000',
  ].flatMap((day): [Target, string, unknown, string][] => [
    ['call', `the day ${JSON.stringify(day)}`, { ...newCall(), opensOn: day }, 'opensOn notDate'],
    ['completion', `the day ${JSON.stringify(day)}`, { items: [{ text: 'a' }], dueOn: day }, 'dueOn notDate'],
    ...(day === null
      ? []
      : ([
          [
            'application',
            `the day ${JSON.stringify(day)}`,
            { activities: [{ title: 'a', startsOn: day, endsOn: day }] },
            'activities[0].endsOn notDate, activities[0].startsOn notDate',
          ],
          [
            'export',
            `the day ${JSON.stringify(day)}`,
            { kind: 'decisions', format: 'csv', asOf: day },
            'asOf notDate',
          ],
        ] as [Target, string, unknown, string][])),
  ]),
  [
    'export',
    'a day that has not been',
    { kind: 'decisions', format: 'csv', asOf: '2999-12-31' },
    'asOf dateInTheFuture',
  ],
  [
    'completion',
    'a day that has been',
    { items: [{ text: 'a' }], dueOn: '2020-01-01' },
    'dueOn dueInThePast',
  ],
  [
    'application',
    'NUL in text',
    { title: 'a\u0000b', contact: { name: '\u0000' } },
    'contact.email notEmail, contact.name malformedText, title malformedText',
  ],
  [
    'application',
    'a lone surrogate',
    `{"title":${surrogate},"partners":[{"name":${surrogate}}]}`,
    'partners[0].name malformedText, title malformedText',
  ],
  [
    'application',
    'a lone surrogate in a list',
    `{"activities":[{"title":"a","areaCodes":[${surrogate}]}]}`,
    'activities[0].areaCodes notTexts',
  ],
  ['application', 'a lone surrogate as a name', `{${surrogate}:1}`, '\ud800 unknownField'],
  [
    'session',
    'a lone surrogate',
    `{"email":${surrogate},"password":${surrogate}}`,
    'email notEmail, password malformedText',
  ],
  ['return', 'a lone surrogate', `{"note":${surrogate}}`, 'note malformedText'],
  [
    'application',
    'a megabyte as its title',
    { title: 'a'.repeat(1_000_000), summary: 'å'.repeat(10_001) },
    'summary tooLong, title tooLong',
  ],
  [
    'session',
    'a megabyte as password',
    { email: 'a@b.se', password: 'a'.repeat(1_000_000) },
    'password tooLong',
  ],
  [
    'assessment',
    'blanks and nothing',
    { criteria: [{ code: '  ', score: 5, motive: 1 }, {}] },
    'criteria[0].code tooShort, criteria[0].motive notText, criteria[0].score notWholeNumber, criteria[1].code required, criteria[1].score required',
  ],
  ['assessment', 'no criteria', { criteria: [] }, 'criteria tooFew'],
  [
    'assessment',
    'too many criteria',
    { criteria: Array(51).fill({ code: 'a', score: 1 }) },
    'criteria tooMany',
  ],
  [
    'application',
    'objects for lists',
    { costs: { 0: cost({}) }, activities: { length: 3 }, partners: 'x', requested: 5, coFinancing: true },
    'activities notList, coFinancing notList, costs notList, partners notList, requested notList',
  ],
  [
    'application',
    'lists for objects',
    { contact: [], followUp: [{}] },
    'contact notObject, followUp notObject',
  ],
  [
    'application',
    'null where it may not be',
    { title: null, costs: null, activities: null },
    'activities notList, costs notList, title notText',
  ],
  [
    'application',
    'null, numbers and lists as members',
    { costs: [null, 5, [cost({})], 'x'], activities: [[]] },
    'activities[0] notObject, costs[0] notObject, costs[1] notObject, costs[2] notObject, costs[3] notObject',
  ],
  [
    'application',
    'wrong types everywhere',
    {
      title: 5,
      summary: {},
      contact: { name: 1, email: 2, phone: [] },
      statutoryDuty: 'no',
      followUp: { plan: 1, evaluator: {}, continuation: null },
      activities: [
        {
          title: 1,
          description: 2,
          priorityArea: 'x',
          orientation: 5,
          targetGroups: 'youth',
          areaCodes: {},
          goals: {},
        },
      ],
    },
    'activities[0].areaCodes notList, activities[0].description notText, activities[0].goals notList, activities[0].orientation notOneOf, activities[0].priorityArea notOneOf, activities[0].targetGroups notList, activities[0].title notText, contact.email notEmail, contact.name notText, contact.phone notText, followUp.continuation notText, followUp.evaluator notText, followUp.plan notText, statutoryDuty notBoolean, summary notText, title notText',
  ],
  [
    'report',
    'wrong types everywhere',
    {
      costs: [cost({ kind: 'x', note: 5 })],
      coFinancing: [{}],
      activities: [{ status: 1, result: null, reach: -1, areaCodes: [5] }],
      goals: [{ indicator: '', outcome: '1' }],
      deviations: [],
      lessons: 1,
    },
    'activities[0].areaCodes notTexts, activities[0].reach notWholeNumber, activities[0].result notText, activities[0].status notOneOf, coFinancing[0].amount required, coFinancing[0].source required, coFinancing[0].year required, costs[0].kind notOneOf, costs[0].note notText, deviations notText, goals[0].indicator tooShort, goals[0].outcome notNumber, lessons notText',
  ],
  [
    'proposal',
    'wrong types everywhere',
    {
      outcome: 'yes',
      years: {},
      reasons: ' ',
      conditions: [1],
      reportsDue: [{ kind: 'other', year: 1, dueOn: 'x' }],
      instalments: [{ year: 1, share: 1.5 }],
    },
    'conditions notTexts, instalments[0].share notNumber, instalments[0].year notYear, outcome notOneOf, reasons tooShort, reportsDue[0].dueOn notDate, reportsDue[0].kind notOneOf, reportsDue[0].year notYear, years notList',
  ],
  ...BAD_EXPORT_ORDERS,
  [
    'interest',
    'an interest that is none',
    { interest: 'some', note: null },
    'interest notOneOf, note notText',
  ],
  ...['0001-01-01', '1899-12-31', '3000-01-01', '9999-12-31'].map(
    (day): [Target, string, unknown, string] => [
      'call',
      `the day ${day}`,
      { ...newCall(), opensOn: day },
      'opensOn dayOutOfRange',
    ],
  ),
  ['assignment', 'an id that is none', { userId: 'handlaggare' }, 'userId notId'],
  ['assignment', 'nobody', { userId: NOWHERE }, 'userId notACaseOfficer'],
  ['newApplication', 'a call that is none', { callId: NOWHERE }, 'callId unknownCall'],
  ['newApplication', 'an id with a NUL', { callId: `${NOWHERE}\u0000` }, 'callId notId'],
  ['session', 'nothing', {}, 'email required, password required'],
  ['session', 'a list', [], 'email required, password required'],
  ...(
    [
      'application',
      'call',
      'appropriation',
      'proposal',
      'export',
      'session',
      'report',
      'completion',
      'assessment',
    ] as const
  ).flatMap((target): [Target, string, unknown, string][] => [
    [target, 'a name of the language: constructor', '{"constructor":null}', 'constructor unknownField'],
    [
      target,
      'a name of the language: toString',
      '{"toString":1,"hasOwnProperty":1}',
      'hasOwnProperty unknownField, toString unknownField',
    ],
    [target, 'a prototype', '{"__proto__":{"isAdmin":true}}', '__proto__ unknownField'],
    [
      target,
      'a prototype inside',
      '{"contact":{"__proto__":{"isAdmin":true}}}',
      'contact.__proto__ unknownField',
    ],
    [
      target,
      'a constructor of a prototype',
      '{"constructor":{"prototype":{"isAdmin":true}}}',
      'constructor unknownField',
    ],
    [target, 'levels without end', `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'tooDeep'],
    [target, 'objects without end', `{"contact":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`, 'tooDeep'],
    [target, 'half a document', '{"title":', 'notJson'],
    [target, 'no document', 'title=x', 'notJson'],
    [target, 'two documents', '{}{}', 'notJson'],
  ]),
  ...(['application', 'report'] as const).flatMap((target): [Target, string, unknown, string][] => [
    [target, 'a number', '5', 'body notObject'],
    [target, 'text', '"x"', 'body notObject'],
    [target, 'a list', '[]', 'body notObject'],
  ]),
  [
    'application',
    'unknown fields',
    {
      status: 'submitted',
      id: NOWHERE,
      contact: { admin: true, email: 'a@b.se' },
      costs: [cost({ vat: 1 })],
    },
    'contact.admin unknownField, costs[0].vat unknownField, id unknownField, status unknownField',
  ],
  [
    'application',
    'names of the language inside',
    { contact: { constructor: 1 }, costs: [{ valueOf: 1 }] },
    'contact.constructor unknownField, costs[0].valueOf unknownField',
  ],
  [
    'call',
    'unknown fields',
    { ...newCall(), status: 'published', wordingFrom: '2018-01-01' },
    'status unknownField, wordingFrom unknownField',
  ],
  [
    'appropriation',
    'unknown fields',
    { code: 'a', name: 'b', year: YEAR, amount: 1, available: 5 },
    'available unknownField',
  ],
  [
    'export',
    'unknown fields',
    { kind: 'decisions', format: 'csv', requestedBy: NOWHERE, filters: { sql: '1' } },
    'filters.sql unknownField, requestedBy unknownField',
  ],
  [
    'session',
    'unknown fields',
    { email: 'a@b.se', password: 'x', roles: ['administrator'] },
    'roles unknownField',
  ],
];

function newCall() {
  return {
    programmeCode: 'exempel-2025',
    title: 'Demo',
    opensOn: `${YEAR}-01-01`,
    closesOn: `${YEAR}-12-31`,
    years: [YEAR],
    budget: [{ year: YEAR, amount: 1 }],
    appropriationCode: 'prov',
  };
}

describe('what is wrong is told, all of it, and nothing is done', () => {
  it.each(INVALID)('%s: %s', async (target, _, body, findings) => {
    const before = await everything(medel);
    const answer = await send(target, body);
    expectProblem(answer, 400, 'invalid');
    expect(findingsOf(answer).join(', ')).toBe(findings);
    expect(await everything(medel)).toBe(before);
  });

  it.each<[string, unknown]>([
    ['100 000 objects', { activities: Array(100_000).fill({}) }],
    ['100 000 numbers', { costs: Array(100_000).fill(1) }],
    ['100 000 words', { activities: [{ title: 'a', targetGroups: Array(100_000).fill('youth') }] }],
    ['100 000 names', Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, 1]))],
  ])('takes no %s, and is not kept busy by them', async (_, body) => {
    const before = process.cpuUsage();
    const answer = await send('application', body);
    expectProblem(answer, 413, 'tooLarge');
    // Time of this process alone, in microseconds: the machine may be busy.
    expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
  });

  it.each(['/session', '/%73ession', '/public/password-resets/accept', '/public/invitations/accept'])(
    'takes little at %s from who has not signed in',
    async (path) => {
      const fields = (count: number) =>
        Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]));
      expectProblem(await medel.anyone().post(path, { body: fields(100) }), 413, 'tooLarge');
      expectProblem(await medel.anyone().post(path, { body: fields(50) }), 400, 'invalid');
    },
  );

  it('takes no 501 names in one object', async () => {
    const names = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`k${n}`, 1]));
    expectProblem(await send('application', names), 413, 'tooLarge');
  });

  it('takes a long list when it is not too long', async () => {
    const costs = Array.from({ length: 500 }, () => cost({}));
    const before = (await stage.people['sokande.1275'].get(`/applications/${ids.draft}`)).body.costs;
    expect((await send('application', { costs })).status).toBe(200);
    expectProblem(await send('application', { costs: [...costs, cost({})] }), 400, 'invalid');
    expect((await send('application', { costs: before })).status).toBe(200);
  });

  it('keeps text in one form, whichever it came in', async () => {
    const decomposed = 'Malmö'.normalize('NFD');
    const body = { summary: decomposed, activities: [{ title: decomposed, areaCodes: [decomposed] }] };
    const { title, areaCodes } = (await must(send('application', body), 200)).body.activities[0];
    expect([title, areaCodes]).toEqual(['Malmö', ['Malmö']]);
  });

  it('answers what the rules refuse with 422, every year that is wrong', async () => {
    const years = [
      { year: YEAR + 5, amount: 1 },
      { year: YEAR, amount: 900_001 },
    ];
    const answer = await send('proposal', stage.proposal({ years, reportsDue: [] }));
    expectProblem(answer, 422, 'rulesNotMet');
    expect(findingsOf(answer)).toEqual(
      expect.arrayContaining([
        'years[0].amount aboveRequested',
        'years[0].year outsideCallYears',
        'years[1].amount aboveRequested',
      ]),
    );
  });

  it('speaks Swedish, and English to who asks for it', async () => {
    const swedish = await send('application', { title: 5 });
    expect(swedish.body).toMatchObject({
      title: 'Något behöver rättas',
      findings: [{ detail: 'Skriv uppgiften som text.' }],
    });
    for (const language of ['en', 'en-GB,sv;q=0.5', 'de, en;q=0.9']) {
      const english = await send('application', { title: 5 }, { 'accept-language': language });
      expect(english.headers.get('content-language')).toBe('en');
      expect(english.body.findings[0].detail).toMatch(/text/);
      expect(english.body.title).not.toBe(swedish.body.title);
    }
    for (const language of ['', '*', 'x'.repeat(5_000), ';;;q=,', 'de'])
      expect((await send('application', { title: 5 }, { 'accept-language': language })).body.title).toBe(
        swedish.body.title,
      );
  });
});
