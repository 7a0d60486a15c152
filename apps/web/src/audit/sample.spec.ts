import { describe, expect, it } from '@jest/globals';
import { newSample, reasonsOf, sampleBody } from './sample.js';

describe('a sample', () => {
  it('is drawn among the reports of a call or of a programme, not of both', () => {
    const values = { ...newSample(['ledger']), callId: 'a', programmeCode: 'b', year: '2025', size: '3' };
    expect(sampleBody({ ...values, among: 'call' })).toEqual({
      callId: 'a',
      year: 2025,
      size: 3,
      weights: { base: 1, sum: 3, share: 1, firstTime: 2, late: 2, deviations: 2 },
      proofs: ['ledger'],
    });
    expect(sampleBody({ ...values, among: 'programme', seed: ' tärning ' })).toMatchObject({
      programmeCode: 'b',
      seed: 'tärning',
    });
  });

  it('leaves what is no number for the server to refuse', () => {
    expect(sampleBody({ ...newSample([]), size: 'tre' })).toMatchObject({ size: 'tre' });
  });

  it('tells why a report was likely, the heaviest first, and nothing that weighs nothing', () => {
    const parts = { sum: 400, share: 1000, firstTime: 0, late: 1000, deviations: 10 };
    const weights = { base: 1, sum: 3, share: 1, firstTime: 2, late: 0, deviations: 2 };
    expect(reasonsOf({ parts }, weights)).toEqual(['sum', 'share', 'deviations']);
  });
});
