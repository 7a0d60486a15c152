import { addDays, type LocalDate } from '../../shared/local-date.js';

/** How many days a change of account waits before money is sent by it: time for the recipient to say that it is wrong. */
export const COOLING_OFF_DAYS = 7;

/**
 * The first day on which an approved account is used. The first account of an organisation diverts nothing and is used at
 * once; every later one replaces another and waits. Until then the earlier one is used.
 */
export function usableFrom(approvedOn: LocalDate, { isFirst }: { isFirst: boolean }): LocalDate {
  return isFirst ? approvedOn : addDays(approvedOn, COOLING_OFF_DAYS);
}

export interface ApprovedAccount {
  id: string;
  usableFrom: LocalDate;
  /** When it was approved, RFC 3339: of two that are usable, the one approved last is used. */
  approvedAt: string;
}

/** The account that money is sent to on a day, of an organisation's approved ones; none where none is usable yet. */
export function accountInUse<A extends ApprovedAccount>(
  accounts: readonly A[],
  day: LocalDate,
): A | undefined {
  return accounts
    .filter((account) => account.usableFrom <= day)
    .reduce<A | undefined>(
      (latest, next) => (latest === undefined || next.approvedAt > latest.approvedAt ? next : latest),
      undefined,
    );
}
