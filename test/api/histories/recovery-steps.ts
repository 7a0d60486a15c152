import { addDays } from '#domain/shared/local-date';
import { completeReport, type Any } from '#testing';
import { must } from '../stage.js';
import type { Draw, History } from './history.js';
import {
  executedOf,
  lateInterest,
  standingYears,
  sum,
  type ModelCase,
  type ModelRecovery,
  type YearSum,
} from './model.js';
import { advance, reload, settledBy } from './planning.js';

const path = ({ id }: ModelRecovery, name: string) => `/recoveries/${id}/${name}`;
const isOpen = ({ status }: ModelRecovery) => status === 'decided' || status === 'settling';

function addRecovery({ model }: History, of: ModelCase, id: string, years: YearSum[]): void {
  model.recoveries.push({
    ...{ id, of, status: 'considered', amount: sum(years.map((row) => row.amount)), years },
    ...{
      hasAnswered: false,
      portions: [],
      interestUntil: null,
      charged: 0,
      paid: 0,
      setOff: 0,
      writtenOff: 0,
    },
    ...{ principal: 0, interest: 0, repaid: 0, setOffs: [], registered: null },
  });
}

/** The content of a report of some years; now and then with costs in a year that is not its own. */
export const report: Draw = async (history) => {
  const of = history.case('approved');
  const own =
    of && history.pick(of.reports.filter((row) => ['open', 'completionRequested'].includes(row.status)));
  if (!of || !own) return null;
  const years = [...new Set([...settledBy(of, own.id), own.year])];
  const costs = years.map((year) => ({ year, amount: history.amount(1_100_000) }));
  const isWrong = history.chance(20);
  const wrong = isWrong ? [{ year: own.year + 5, amount: 1 }] : [];
  const content = completeReport({ year: own.year, costs: 0, coFinancing: 0 });
  const rows = [...costs, ...wrong].map((row) => ({ ...row, kind: 'personnel', note: 'Demo' }));
  const name = `/reports/${own.id}`;
  await must(history.as(`sokande.${of.organisation}`).edit(name, { ...content, costs: rows }), 200);
  return {
    told: `report of ${own.year}${isWrong ? ' with costs of another year' : ''}`,
    send: () => history.as(`firmatecknare.${of.organisation}`).post(`${name}/submit`),
    expected: isWrong ? '422 rulesNotMet' : '200',
    apply: () => void Object.assign(own, { status: 'submitted', costs }),
  };
};

export const approveReport: Draw = (history) => {
  const of = history.case('approved', 'revoked');
  const submitted = of?.reports.filter((row) => row.status === 'submitted') ?? [];
  const own = history.pick(history.chance(90) && submitted.length > 0 ? submitted : (of?.reports ?? []));
  if (!of || !own) return null;
  return {
    told: `approve the report of ${own.year}`,
    send: () => history.as('handlaggare2').post(`/reports/${own.id}/approve`),
    expected: own.status === 'submitted' ? '200' : '409 illegalTransition',
    apply: async () => {
      const { model } = history;
      const claims: YearSum[] = [];
      for (const year of settledBy(of, own.id)) {
        const granted = standingYears(of).find((row) => row.year === year)!.amount;
        const costs = sum(own.costs.filter((row) => row.year === year).map((row) => row.amount));
        const entitled = Math.min(granted, Math.floor((costs * 90) / 100));
        of.settled.set(year, entitled);
        const repay = Math.max(0, executedOf(of, year) - entitled);
        const amount = Math.max(0, repay - model.claimedOf(of, year));
        if (amount > 0) claims.push({ year, amount });
      }
      await reload(history, of);
      advance(history, of);
      const known = new Set(model.recoveries.map((row) => row.id));
      const shown = await must(
        history.as('revisor').get<Any>(`/recoveries?decisionId=${of.decision}&limit=200`),
        200,
      );
      const added = shown.body.items.filter((row: Any) => !known.has(row.id));
      history.same(
        'what is demanded back',
        added.map((row: Any) => row.years),
        claims.length > 0 ? [claims] : [],
      );
      if (claims.length > 0) addRecovery(history, of, added[0].id, claims);
    },
  };
};

export const consider: Draw = (history) => {
  const paid = history.model.cases.slice(-40).filter((row) => history.model.recoverable(row).length > 0);
  const of = history.chance(85) && paid.length > 0 ? history.pick(paid) : history.case('approved', 'revoked');
  if (!of?.decision) return null;
  const recoverable = history.model.recoverable(of);
  const most = sum(recoverable.map((row) => row.amount));
  const amount = history.chance(15) ? most + 1 : history.chance(5) ? 0 : history.amount(most);
  let left = amount;
  const years = [...recoverable]
    .sort((a, b) => b.year - a.year)
    .flatMap((row) => {
      const part = Math.min(left, row.amount);
      left -= part;
      return part > 0 ? [{ year: row.year, amount: part }] : [];
    })
    .reverse();
  const isDecided = of.status === 'approved' || of.status === 'revoked';
  return {
    told: `consider to demand back ${amount} of ${most}`,
    send: () =>
      history.as('handlaggare').post(`/decisions/${of.decision}/recoveries`, {
        body: { grounds: 'conditionNotMet', amount, reasons: 'Demo' },
      }),
    expected: !isDecided ? '404 notFound' : amount > 0 && amount <= most ? '201' : '422 rulesNotMet',
    apply: ({ id }) => addRecovery(history, of, id, years),
  };
};

export const notify: Draw = (history) => {
  const recovery = history.recovery('considered');
  if (!recovery) return null;
  return {
    told: 'notify',
    send: () =>
      history
        .as('handlaggare')
        .post(path(recovery, 'notify'), { body: { answerBy: addDays(history.today, 14) } }),
    expected: recovery.status === 'considered' ? '200' : '409 illegalTransition',
    apply: () => void (recovery.status = 'notified'),
  };
};

export const answer: Draw = (history) => {
  const recovery = history.recovery('notified');
  if (!recovery) return null;
  // Nothing is told to the recipient before it is notified.
  const isTold = !['considered', 'dropped'].includes(recovery.status);
  if (recovery.status === 'dropped') return null;
  return {
    told: 'answer',
    send: () =>
      history
        .as(`firmatecknare.${recovery.of.organisation}`)
        .post(path(recovery, 'answer'), { body: { text: 'Demo' } }),
    expected: !isTold ? '404 notFound' : recovery.status === 'notified' ? '200' : '409 illegalTransition',
    apply: () => void (recovery.hasAnswered = true),
  };
};

export const decide: Draw = (history) => {
  const recovery = history.recovery('notified');
  if (!recovery) return null;
  const waives = history.chance(80);
  const dueOn = addDays(history.today, 20);
  return {
    told: 'decide the claim',
    send: () =>
      history
        .as('beslut2')
        .post(path(recovery, 'decide'), { body: { dueOn, ...(waives ? { withoutAnswer: 'Demo' } : {}) } }),
    expected:
      recovery.status !== 'notified'
        ? '409 illegalTransition'
        : waives || recovery.hasAnswered
          ? '200'
          : '422 rulesNotMet',
    apply: () => {
      const { amount } = recovery;
      Object.assign(recovery, { status: 'decided', principal: amount, portions: [{ dueOn, amount }] });
    },
  };
};

export const drop: Draw = (history) => {
  const recovery = history.recovery('considered', 'notified');
  if (!recovery) return null;
  return {
    told: 'drop the claim',
    send: () => history.as('beslut').post(path(recovery, 'drop'), { body: { reasons: 'Demo' } }),
    expected: ['considered', 'notified'].includes(recovery.status) ? '200' : '409 illegalTransition',
    apply: () => void (recovery.status = 'dropped'),
  };
};

/** The clock is not turned: a claim is as if it had been due for some time. */
export const ageClaim: Draw = (history) => {
  const recovery = history.recovery('decided');
  if (recovery?.status !== 'decided' || recovery.interestUntil !== null) return null;
  const dueOn = addDays(history.today, -history.random.whole(1, 100));
  return {
    told: `age a claim to ${dueOn}`,
    send: async () => {
      await history.medel.owner.query(`ALTER TABLE recoveries DISABLE TRIGGER USER;
        UPDATE recoveries SET due_on = '${dueOn}', instalments = jsonb_build_array(
          jsonb_build_object('dueOn', '${dueOn}', 'amount', amount)) WHERE id = '${recovery.id}';
        ALTER TABLE recoveries ENABLE TRIGGER USER`);
      return history.as('revisor').get(`/recoveries/${recovery.id}`);
    },
    expected: '200',
    apply: () => void (recovery.portions = [{ dueOn, amount: recovery.amount }]),
  };
};

/** Interest to a day is charged, and `amount` pays it before the principal. */
function charge(recovery: ModelRecovery, to: string): void {
  const { amount, isLate } = lateInterest(recovery, to);
  recovery.interest += amount;
  recovery.charged += amount;
  if (isLate) recovery.interestUntil = to;
}

function payOff(recovery: ModelRecovery, amount: number): { principal: number; interest: number } {
  const interest = Math.min(amount, recovery.interest);
  const principal = amount - interest;
  recovery.interest -= interest;
  recovery.principal -= principal;
  recovery.repaid += principal;
  recovery.status = recovery.principal + recovery.interest === 0 ? 'settled' : 'settling';
  return { principal, interest };
}

const owedOn = (recovery: ModelRecovery, day: string): number =>
  recovery.principal + recovery.interest + lateInterest(recovery, day).amount;

export const registerPayment: Draw = (history) => {
  const recovery = history.recovery('decided', 'settling');
  if (!recovery) return null;
  const paidOn = addDays(history.today, -history.pick([0, 0, 3])!);
  const owed = owedOn(recovery, paidOn);
  const isBefore = recovery.interestUntil !== null && paidOn < recovery.interestUntil;
  const repeats = history.chance(10) ? recovery.registered : null;
  const drawn = history.chance(12) ? owed + 1 : history.chance(4) ? 0 : history.amount(owed);
  const payment = repeats ?? { amount: drawn, paidOn, reference: `BG ${history.told.length}` };
  const isSound = !isBefore && drawn > 0 && drawn <= owed;
  return {
    told: `register ${payment.amount} of ${owed}`,
    send: () => history.as('ekonomi').post(path(recovery, 'register-payment'), { body: payment }),
    expected: !isOpen(recovery)
      ? '409 illegalTransition'
      : repeats
        ? '409 conflict'
        : isSound
          ? '200'
          : '422 rulesNotMet',
    apply: () => {
      charge(recovery, paidOn);
      payOff(recovery, drawn);
      recovery.paid += drawn;
      recovery.registered = payment;
    },
  };
};

export const setOff: Draw = (history) => {
  const recovery = history.recovery('decided', 'settling');
  if (!recovery) return null;
  const owed = owedOn(recovery, history.today);
  const coming = history.model.open(recovery.of.organisation);
  const most = Math.min(owed, sum(coming.map((row) => row.amount - row.setOff)));
  const amount = history.chance(30) ? undefined : history.chance(15) ? most + 1 : history.amount(most);
  const wanted = amount ?? most;
  return {
    told: `set off ${amount ?? 'all'} of ${most}`,
    send: () =>
      history.as('ekonomi').post(path(recovery, 'set-off'), { body: amount === undefined ? {} : { amount } }),
    expected: !isOpen(recovery)
      ? '409 illegalTransition'
      : wanted > 0 && wanted <= most
        ? '200'
        : '422 rulesNotMet',
    apply: () => {
      charge(recovery, history.today);
      let left = wanted;
      for (const payment of coming) {
        const part = Math.min(left, payment.amount - payment.setOff);
        if (part === 0) break;
        left -= part;
        payment.setOff += part;
        recovery.setOff += part;
        recovery.setOffs.push({ payment, ...payOff(recovery, part) });
      }
    },
  };
};

export const plan: Draw = (history) => {
  const recovery = history.recovery('decided', 'settling');
  if (!recovery) return null;
  const { principal } = recovery;
  const first = history.amount(principal);
  const isWrong = history.chance(20);
  const portions = [first, principal - first + (isWrong ? 1 : 0)]
    .map((amount, index) => ({ amount, dueOn: addDays(history.today, 30 * (index + 1)) }))
    .filter((row) => row.amount > 0);
  const expected = !isOpen(recovery)
    ? '409 illegalTransition'
    : isWrong || principal === 0
      ? '422 rulesNotMet'
      : '200';
  return {
    told: `plan ${principal}`,
    send: () =>
      history.as('ekonomi').post(path(recovery, 'plan'), {
        body: { instalments: portions.length > 0 ? portions : [{ amount: 1, dueOn: history.today }] },
      }),
    expected,
    apply: () => {
      charge(recovery, history.today);
      recovery.portions = portions;
    },
  };
};

export const writeOff: Draw = (history) => {
  const recovery = history.recovery('decided', 'settling');
  if (!recovery) return null;
  return {
    told: 'write off',
    send: () => history.as('beslut').post(path(recovery, 'write-off'), { body: { reasons: 'Demo' } }),
    expected: isOpen(recovery) ? '200' : '409 illegalTransition',
    apply: () => {
      recovery.writtenOff += recovery.principal + recovery.interest;
      Object.assign(recovery, { status: 'writtenOff', principal: 0, interest: 0 });
    },
  };
};

/** Somebody who may look at everything and change nothing. */
export const trespass: Draw = (history) => {
  const of = history.case('approved', 'proposed');
  const payment = history.payment('due');
  const recovery = history.recovery('decided');
  const chosen = history.pick([
    of?.decision && `/decisions/${of.decision}/approve`,
    payment && `/payments/${payment.id}/attest`,
    recovery && path(recovery, 'set-off'),
    payment && `/payments/${payment.id}/replan`,
  ]);
  if (!chosen) return null;
  return {
    told: `trespass on ${chosen.split('/').at(-1)}`,
    send: () => history.as('revisor').post(chosen, chosen.endsWith('set-off') ? { body: {} } : {}),
    expected: '403 forbidden',
  };
};
