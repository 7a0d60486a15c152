import { describe, expect, it } from '@jest/globals';
import { givesOf } from './gives.js';

const told = (code: string) => ({
  code,
  detail: '',
  data: {
    source: 'appropriation',
    missing: 100,
    short: 20,
    gives: [
      {
        decisionId: 'd',
        registryNumber: '2027-000001',
        organisation: { name: 'Malmö' },
        reserved: 80,
        unpaid: 0,
        gives: 80,
      },
    ],
  },
});

describe('who would have to give', () => {
  it('is read out of what a lowering was refused with', () => {
    expect(givesOf([told('loweredBelowBound')])).toEqual([
      {
        source: 'appropriation',
        missing: 100,
        short: 20,
        rows: [
          {
            decisionId: 'd',
            registryNumber: '2027-000001',
            organisation: 'Malmö',
            reserved: 80,
            unpaid: 0,
            gives: 80,
          },
        ],
      },
    ]);
  });

  it('is nobody where something else was refused', () => {
    expect(givesOf([told('dateInTheFuture')])).toEqual([]);
  });
});
