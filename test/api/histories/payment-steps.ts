import { SYSTEM } from '#core/access';
import { PaymentFileService } from '#core/payment-files';
import type { Any } from '#testing';
import { camt054, upload, type Told } from '../bank.js';
import { REQUESTED, YEARS, type Draw, type History } from './history.js';
import { executedOf, sum, takenOf, type ModelFile, type ModelPayment } from './model.js';
import { advance, isHeldBack, reload } from './planning.js';

const step = (payment: ModelPayment, name: string) => `/payments/${payment.id}/${name}`;

export const attest: Draw = (history) => {
  const payment = history.payment('due');
  if (!payment) return null;
  const { of, year, amount, setOff } = payment;
  const entitled = of.settled.get(year);
  const isAbove = entitled !== undefined && takenOf(of, year) + amount > entitled;
  const expected =
    payment.status !== 'due'
      ? '409 illegalTransition'
      : isHeldBack(payment) || isAbove
        ? '422 rulesNotMet'
        : '200';
  return {
    told: `attest ${amount} of ${year}`,
    send: () => history.as('ekonomi').post(step(payment, 'attest')),
    expected,
    // All of it is set off: nothing goes to the bank.
    apply: () => void (payment.status = setOff === amount ? 'executed' : 'attested'),
  };
};

export const withhold: Draw = (history) => {
  const payment = history.payment('due');
  if (!payment) return null;
  return {
    told: 'withhold',
    send: () => history.as('ekonomi').post(step(payment, 'withhold'), { body: { reason: 'Demo' } }),
    expected: payment.status === 'due' ? '200' : '409 illegalTransition',
    apply: () => void Object.assign(payment, { status: 'withheld', heldBy: 'officer' }),
  };
};

export const release: Draw = (history) => {
  const payment = history.payment('withheld');
  if (!payment) return null;
  return {
    told: 'release',
    send: () => history.as('ekonomi').post(step(payment, 'release'), { body: { reason: 'Demo' } }),
    expected:
      payment.status !== 'withheld'
        ? '409 illegalTransition'
        : isHeldBack(payment)
          ? '422 rulesNotMet'
          : '200',
    apply: () => void Object.assign(payment, { status: 'due', heldBy: null }),
  };
};

export const replan: Draw = (history) => {
  const payment = history.payment('bounced');
  if (!payment) return null;
  const { of, year, amount, payOn } = payment;
  const row = of.years.find((each) => each.year === year);
  const others = of.payments.filter(
    (each) => each.year === year && !['cancelled', 'bounced'].includes(each.status),
  );
  const hasRoom =
    of.status === 'approved' &&
    row?.status === 'firm' &&
    row.amount - sum(others.map((each) => each.amount)) >= amount;
  const expected =
    payment.status !== 'bounced'
      ? '409 illegalTransition'
      : payment.isReplaced
        ? '409 conflict'
        : hasRoom
          ? '200'
          : '422 rulesNotMet';
  return {
    told: `replan ${amount} of ${year}`,
    send: () => history.as('ekonomi').post(step(payment, 'replan')),
    expected,
    apply: async () => {
      payment.isReplaced = true;
      const later = payOn > history.today ? payOn : history.today;
      await reload(history, of, [{ year, amount, payOn: later }]);
      advance(history, of);
    },
  };
};

export const orderFile: Draw = (history) => {
  const attested = history.model.payments.filter((row) => row.status === 'attested' && !row.file);
  const chosen = attested.slice(-history.random.whole(1, 4));
  if (history.chance(12)) chosen.push(...[history.payment('due')].filter((row) => row !== undefined));
  if (chosen.length === 0) return null;
  const isTwice = new Set(chosen).size < chosen.length;
  const isFree = chosen.every((row) => row.status === 'attested' && !row.file);
  return {
    told: `order a file of ${chosen.length}`,
    send: () =>
      history.as('ekonomi').post('/payment-files', { body: { paymentIds: chosen.map((row) => row.id) } }),
    expected: isTwice ? '400 invalid' : isFree ? '202' : '409 conflict',
    apply: ({ id, controlSum }) => {
      const file: ModelFile = { id, isMade: false, payments: chosen, notice: null };
      for (const payment of chosen) payment.file = file;
      history.model.files.push(file);
      history.same('control sum', controlSum, sum(chosen.map((row) => row.amount - row.setOff)));
    },
  };
};

/** What the worker does when the queue tells it to, at once: told twice, it makes the file once. */
export const makeFile: Draw = (history) => {
  const file = history.pick(history.model.files.slice(-6));
  if (!file) return null;
  const make = () => history.medel.api.get(PaymentFileService, { strict: false }).make(SYSTEM, file.id);
  return {
    told: file.isMade ? 'make a file again' : 'make a file',
    send: async () => {
      await make();
      return history.as('ekonomi').get(`/payment-files/${file.id}`);
    },
    expected: '200',
    apply: ({ status }) => {
      history.same('the file', status, 'ready');
      if (!file.isMade) for (const payment of file.payments) payment.status = 'sent';
      file.isMade = true;
    },
  };
};

/** The rows of a notice, each with what must come of it, and what the payment is then. */
function drawRows(history: History, { payments }: ModelFile) {
  const rows: { told: Told; outcome: string; payment: ModelPayment | null }[] = [];
  const status = new Map(payments.map((row) => [row, row.status]));
  const executed = new Map<string, number>();
  const key = ({ of, year }: ModelPayment) => `${of.application} ${year}`;
  for (const { of, year } of payments) executed.set(`${of.application} ${year}`, executedOf(of, year));
  for (const payment of payments) {
    const endToEndId = payment.id.replaceAll('-', '');
    const sent = payment.amount - payment.setOff;
    const kind = history.random.whole(1, 10);
    const amount = `${sent}.00`;
    const before = status.get(payment)!;
    if (kind <= 5) {
      const outcome =
        before === 'sent' ? 'executed' : before === 'executed' ? 'alreadyExecuted' : 'contradicts';
      rows.push({ told: { endToEndId, amount }, outcome, payment });
      if (outcome === 'executed') {
        status.set(payment, 'executed');
        executed.set(key(payment), executed.get(key(payment))! + payment.amount);
      }
    } else if (kind <= 7) {
      const left = executed.get(key(payment))! - payment.amount;
      const isClaimed = before === 'executed' && history.model.claimedOf(payment.of, payment.year) > left;
      const outcome = before === 'bounced' ? 'alreadyBounced' : isClaimed ? 'demandedBack' : 'bounced';
      rows.push({ told: { endToEndId, amount, direction: 'CRDT', reason: 'MS03' }, outcome, payment });
      if (outcome === 'bounced') {
        status.set(payment, 'bounced');
        if (before === 'executed') executed.set(key(payment), left);
      }
    } else if (kind === 8)
      rows.push({ told: { endToEndId, amount: `${sent + 1}.00` }, outcome: 'amountDiffers', payment });
    else if (kind === 9)
      rows.push({ told: { endToEndId, amount, currency: 'EUR' }, outcome: 'currencyDiffers', payment });
  }
  if (history.chance(15))
    rows.push({
      told: { endToEndId: 'NOTOURS', amount: '5.00' },
      outcome: 'unknownReference',
      payment: null,
    });
  return rows;
}

export const settle: Draw = (history) => {
  const file = history.pick(history.model.files.slice(-8));
  if (!file) return null;
  const rows = drawRows(history, file);
  if (rows.length === 0) return null;
  const notice = camt054(
    rows.map(({ told }) => told),
    { messageId: `CAMT-${history.told.length}` },
  );
  return {
    told: `settle ${rows.map(({ outcome }) => outcome).join(', ')}`,
    send: () => upload(history.as('ekonomi'), file.id, notice),
    expected: file.isMade ? '201' : '409 illegalTransition',
    apply: (body: Any) => {
      const outcomes = (all: readonly Any[]) => all.map(({ outcome }) => outcome);
      history.same('the rows', outcomes(body.rows), outcomes(rows));
      for (const { payment, outcome } of rows)
        if (payment && (outcome === 'executed' || outcome === 'bounced')) {
          payment.status = outcome;
          if (outcome === 'bounced') history.model.undoSetOffs(payment);
        }
      file.notice = notice;
    },
  };
};

export const settleAgain: Draw = (history) => {
  const file = history.pick(history.model.files.filter((row) => row.notice !== null).slice(-8));
  if (!file) return null;
  return {
    told: 'settle with the same bytes',
    send: () => upload(history.as('ekonomi'), file.id, file.notice!),
    expected: '201',
  };
};

const letter = (history: History) => ({
  letterReference: 'Demo',
  decidedOn: history.today,
  reason: 'Demo: ändringsbudget',
});

export const appropriate: Draw = (history) => {
  const year = history.pick(YEARS)!;
  const [amount, commitmentLimit] = [
    history.random.whole(2, 5) * REQUESTED,
    history.random.whole(0, 4) * REQUESTED,
  ];
  return {
    told: `appropriate ${amount} for ${year}`,
    send: () =>
      history.as('ekonomi').post('/appropriations', {
        body: { code: history.code, name: 'Demo', year, amount, commitmentLimit },
      }),
    expected: history.model.appropriationOf(history.code, year) ? '409 conflict' : '201',
    apply: ({ id }) => history.addAppropriation(id, year, amount, commitmentLimit),
  };
};

export const amendLetter: Draw = (history) => {
  const carrier = history.appropriation();
  const fund = history.chance(60) ? 'appropriation' : 'commitmentLimit';
  const before = carrier.allocated[fund];
  const available = history.model.available(carrier, fund);
  const kind = history.random.whole(1, 10);
  const bound = before - available;
  const after =
    kind <= 5
      ? before + history.random.whole(1, REQUESTED)
      : kind <= 7
        ? before - history.amount(Math.max(1, available))
        : kind === 8
          ? bound
          : kind === 9
            ? bound - 1
            : before;
  if (after < 0) return null;
  const expected = after === before ? '400 invalid' : after >= bound ? '201' : '409 budgetExceeded';
  const sums = fund === 'appropriation' ? { amount: after } : { commitmentLimit: after };
  return {
    told: `letter for ${carrier.year}: ${fund} from ${before} to ${after}`,
    send: () =>
      history
        .as('ekonomi')
        .post(`/appropriations/${carrier.id}/amendments`, { body: { ...letter(history), ...sums } }),
    expected,
    apply: () => void (carrier.allocated[fund] = after),
  };
};

export const carryOver: Draw = (history) => {
  const from = history.appropriation();
  const to = history.model.appropriationOf(from.code, from.year + 1);
  const available = history.model.available(from, 'appropriation');
  const amount = history.chance(20)
    ? available + 1
    : history.chance(10)
      ? 0
      : history.amount(Math.ceil(available / 4));
  const expected =
    amount === 0
      ? '400 invalid'
      : !to
        ? '422 rulesNotMet'
        : amount <= available
          ? '200'
          : '409 budgetExceeded';
  return {
    told: `carry over ${amount} from ${from.year}`,
    send: () =>
      history
        .as('ekonomi')
        .post(`/appropriations/${from.id}/carry-over`, { body: { ...letter(history), amount } }),
    expected,
    apply: () => {
      from.allocated.appropriation -= amount;
      to!.allocated.appropriation += amount;
    },
  };
};
