import { describe, expect, it } from '@jest/globals';
import { checkSecondFactor, secondFactorState, waitAfter } from './second-factor.js';

const NOW = new Date('2026-11-28T12:00:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);
const staff = { organisationId: null, isEnrolled: false, provenAt: null };
const recipient = { ...staff, organisationId: '01980000-0000-7000-8000-000000000000' };
const enrolled = { ...staff, isEnrolled: true };
const proven = { ...enrolled, provenAt: ago(1) };

describe('where a session stands', () => {
  it.each([
    ['demanded', staff, 'enrol'],
    ['demanded', recipient, 'notAsked'],
    ['offered', staff, 'notAsked'],
    ['offered', enrolled, 'prove'],
    ['demanded', enrolled, 'prove'],
    ['demanded', proven, 'proven'],
    ['offered', { ...recipient, isEnrolled: true }, 'prove'],
  ] as const)('%s, %o: %s', (mode, facts, state) => expect(secondFactorState(mode, facts)).toBe(state));
});

describe('what a session may do', () => {
  it.each([
    ['demanded', staff, 'application.read', 'secondFactorRequired'],
    ['demanded', staff, 'secondFactor.enrol', 'allowed'],
    ['demanded', staff, 'session.read', 'allowed'],
    ['demanded', enrolled, 'secondFactor.prove', 'allowed'],
    // The password alone does not add a factor to an account that has one.
    ['demanded', enrolled, 'secondFactor.enrol', 'secondFactorRequired'],
    ['offered', enrolled, 'decision.approve', 'secondFactorRequired'],
    ['offered', staff, 'decision.approve', 'allowed'],
    ['demanded', proven, 'decision.approve', 'allowed'],
    ['demanded', { ...enrolled, provenAt: ago(9.99) }, 'decision.approve', 'allowed'],
    ['demanded', { ...enrolled, provenAt: ago(10) }, 'decision.approve', 'stepUpRequired'],
    ['demanded', { ...enrolled, provenAt: ago(500) }, 'application.read', 'allowed'],
  ] as const)('%s, %o, %s: %s', (mode, facts, permission, answer) =>
    expect(checkSecondFactor(mode, facts, permission, NOW)).toBe(answer),
  );
});

it('waits longer after each wrong code, and never more than a day', () => {
  expect([1, 4, 5, 6, 7, 16, 17, 1_000].map((tries) => waitAfter(tries, 5))).toEqual([
    0, 0, 30, 60, 120, 61_440, 86_400, 86_400,
  ]);
  expect(waitAfter(99, 100)).toBe(0);
});
