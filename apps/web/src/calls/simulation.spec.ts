import {
  keyOf,
  moneyOf,
  moveThreshold,
  readThresholds,
  simulationOf,
  writeThresholds,
} from './simulation.js';

const call = { total: 80_000_000, year: 2027 };

describe('what a simulation is asked', () => {
  it.each([
    [undefined, []],
    [
      'a:1.5,b:-1',
      [
        { measure: 'a', standardDeviations: 1.5 },
        { measure: 'b', standardDeviations: -1 },
      ],
    ],
    ['a:,:2,c:x,,d', []],
  ])('reads thresholds of %j', (written, thresholds) => {
    expect(readThresholds(written)).toEqual(thresholds);
  });

  it('writes them as it reads them, with one moved', () => {
    const moved = moveThreshold(readThresholds('a:1,b:2'), 'b', 2.05);
    expect(writeThresholds(moved)).toBe('a:1,b:2.05');
  });

  it('is only the call’s money where nothing is moved', () => {
    expect(simulationOf({}, call, 'a')).toEqual({ ...call, key: { measure: 'a' } });
  });

  it('is all that is moved; what is half typed is left as the call has it', () => {
    const moves = {
      granser: 'a:1',
      kombination: 'all',
      mattar: '2021',
      belopp: '500',
      ar: '20',
      golv: '10',
      tak: 'x',
    };
    expect(simulationOf(moves, call, 'a')).toEqual({
      thresholds: [{ measure: 'a', standardDeviations: 1 }],
      combine: 'all',
      measureYear: 2021,
      total: 500,
      year: 2027,
      key: { measure: 'a', floor: 10 },
    });
    expect(moneyOf({ ar: '2028' }, call)).toEqual({ total: 80_000_000, year: 2028 });
    expect(keyOf({ nyckel: 'b' }, 'a').measure).toBe('b');
  });
});
