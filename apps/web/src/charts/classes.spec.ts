import { boundsOf, classOf } from './classes.js';

describe('classes of a map', () => {
  it('hold about equally many each', () => {
    const values = Array.from({ length: 100 }, (_, at) => at);
    const bounds = boundsOf(values);
    expect(bounds).toEqual([0, 20, 40, 60, 80]);
    expect([0, 19, 20, 79, 80, 99].map((value) => classOf(value, bounds))).toEqual([0, 0, 1, 3, 4, 4]);
  });

  it('are fewer where values are the same', () => {
    expect(boundsOf([7, 7, 7])).toEqual([7]);
    expect(boundsOf([1, 1, 1, 1, 9])).toEqual([1, 9]);
    expect(boundsOf([])).toEqual([]);
  });
});
