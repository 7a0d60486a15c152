import { matches, sortRows } from './sort-rows.js';

const rows = [
  { name: 'Åre', value: 0.2 },
  { name: 'Ale', value: null },
  { name: 'Boden', value: 0.1 },
];
const keys = {
  name: (row: (typeof rows)[number]) => row.name,
  value: (row: (typeof rows)[number]) => row.value,
};
const names = (sort: string) => sortRows(rows, sort, keys).map(({ name }) => name);

describe('rows that are sorted on the page', () => {
  it('are in Swedish order', () => {
    expect(names('name')).toEqual(['Ale', 'Boden', 'Åre']);
    expect(names('-name')).toEqual(['Åre', 'Boden', 'Ale']);
  });

  it('have those without a value last, up and down', () => {
    expect(names('value')).toEqual(['Boden', 'Åre', 'Ale']);
    expect(names('-value')).toEqual(['Åre', 'Boden', 'Ale']);
  });

  it('stay as they are by a column that cannot be sorted by', () => {
    expect(names('colour')).toEqual(['Åre', 'Ale', 'Boden']);
  });

  it('are found by any of their words', () => {
    expect(matches('åRE', 'Åre', null)).toBe(true);
    expect(matches('2321', 'Åre', '2321')).toBe(true);
    expect(matches('Umeå', 'Åre', null)).toBe(false);
    expect(matches(undefined, null)).toBe(true);
  });
});
