import { deflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { typesetPdf } from '#platform/typst';
import { forbiddenInArchive, readPdf } from '#testing';

const SOURCE = `#set document(title: data.title, date: datetime(year: 2026, month: 1, day: 2))
#set text(lang: "sv")
= #data.title
#table(columns: 2, table.header[Kod][Namn], ..data.rows.flatten())
`;

const typeset = (title: string) => typesetPdf(SOURCE, { title, rows: [['1280', 'Malmö']] });

describe('a PDF', () => {
  it('follows the standards for who hears it and for the archive', async () => {
    const content = await typeset('Bidrag till Örebro');
    const { standards, title, displaysTitle } = await readPdf(content);
    expect({ standards, title, displaysTitle }).toEqual({
      standards: ['PDF/A-2A', 'PDF/UA-1'],
      title: 'Bidrag till Örebro',
      displaysTitle: true,
    });
    expect(forbiddenInArchive(content)).toEqual([]);
  });

  it('tells of either standard whatever the title, and of the same file by the same name', async () => {
    for (const title of ['<pdfaid:part> & "å" 𝔘', ')] /Root 1 0 R >>', 'a'.repeat(3_000)]) {
      const content = await typeset(title);
      expect((await readPdf(content)).standards).toEqual(['PDF/A-2A', 'PDF/UA-1']);
      expect(await typeset(title)).toEqual(content);
    }
  });

  it('would be seen to hold what an archive cannot read', async () => {
    const painted = (operators: string) => {
      const packed = deflateSync(`BT (1 g) Tj ${operators} ET`);
      return Buffer.concat([Buffer.from('/ID [<00>]\nstream\n'), packed, Buffer.from('\nendstream\n')]);
    };
    expect(forbiddenInArchive(painted('/c0 cs 0.5 scn'))).toEqual([]);
    expect(forbiddenInArchive(painted('1 0 0 rg'))).toEqual(['device colour']);
    const glass = await typesetPdf(`${SOURCE}#rect(fill: rgb(255, 0, 0, 50%))`, { title: 'Glas', rows: [] });
    expect(forbiddenInArchive(glass)).toEqual(['transparency']);
  });
});
