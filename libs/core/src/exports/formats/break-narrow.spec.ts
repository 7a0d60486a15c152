import { describe, expect, it } from '@jest/globals';
import { breakable, breakNarrow } from './break-narrow.js';

const SHA256 = 'a1b2c3d4'.repeat(8);
const plain = (rows: string[][]) => rows.map((row) => row.map((cell) => cell.replaceAll('\u200b', '')));

describe('words that are long', () => {
  const headings = (count: number) => Array.from({ length: count }, (_, at) => `Rubrik ${at + 1}`);

  it('stay whole where the page is broad enough for them', () => {
    const rows = [
      ['Malmö', SHA256, 'Kommunstyrelseförvaltningen'],
      ['Perstorp', SHA256, ''],
    ];
    expect(breakNarrow(headings(3), rows)).toEqual(rows);
  });

  it('stay whole beside a text of many words, which takes only what is left', () => {
    const rows = [['Malmö', SHA256, 'Demo: insatsen kom igång. '.repeat(30)]];
    expect(breakNarrow(headings(3), rows)).toEqual(rows);
  });

  it('may break where the column is narrow, and nowhere else', () => {
    const row = ['2026-000123', SHA256, ...Array.from({ length: 12 }, () => 'Handläggning')];
    const long = 'många ord '.repeat(30);
    for (const cells of [row, [...row.slice(0, 10), long, long, long, long]]) {
      const [broken] = breakNarrow(headings(cells.length), [cells]);
      expect(broken![1]).toContain('\u200b');
      expect(broken!.filter((_, at) => at !== 1)).toEqual(cells.filter((_, at) => at !== 1));
      expect(plain([broken!])).toEqual([cells]);
    }
  });

  it('are none where there are no rows', () => {
    expect(breakNarrow(headings(3), [])).toEqual([]);
  });

  it('are moments too, whose hyphens no line breaks at', () => {
    expect(breakable('2026-11-29T13:07:28.129Z', 14)).toBe('2026-11-29T13:\u200b07:28.129Z');
    expect(breakable('Kommunstyrelse-förvaltning', 14)).toBe('Kommunstyrelse-förvaltning');
  });

  it('break after every so many characters, and not within one', () => {
    expect(breakable('aaaaaa bbb', 3)).toBe('aaa\u200baaa bbb');
    expect(breakable('😀'.repeat(5), 4)).toBe(`${'😀'.repeat(4)}\u200b😀`);
    expect(breakable(SHA256, 80)).toBe(SHA256);
  });
});
