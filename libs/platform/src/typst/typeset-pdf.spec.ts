import { spawnSync } from 'node:child_process';
import { deflateSync } from 'node:zlib';
import { typesetPdf } from '#platform/typst';
import { forbiddenInArchive, readPdf } from '#testing';

const SOURCE = `#set document(title: data.title, date: datetime(year: 2026, month: 1, day: 2))
#set text(lang: "sv")
= #data.title
#table(columns: 2, table.header[Kod][Namn], ..data.rows.flatten())
`;

const tool = (name: string, ...args: string[]) => ({
  missing: spawnSync(name, ['-v']).error !== undefined,
  of: (pdf: Buffer) => spawnSync(name, args, { input: pdf }).stdout.toString(),
});
const text = tool('pdftotext', '-layout', '-', '-');
const info = tool('pdfinfo', '-');
const fonts = tool('pdffonts', '-');

const typeset = (title: string) => typesetPdf(SOURCE, { title, rows: [['1280', 'Malmö']] });

describe('typesetting', () => {
  it('gives a tagged file with its title and language, by the standards for who hears it and for the archive', async () => {
    const content = await typeset('Bidrag till Örebro');
    const pdf = content.toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).toMatch(/\/Lang\s*\(sv\)/);
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

  it('takes what comes from outside as text, whatever it holds', async () => {
    const pdf = await typeset('#panic("x") $1/0$ *fet* @ref <b> = \\ `kod` // slut');
    if (text.missing) return;
    expect(text.of(pdf)).toContain('#panic("x") $1/0$ *fet* @ref <b> = \\ `kod` // slut');
  });

  it('shows by its number what the font does not have, and what nobody would see', async () => {
    const pdf = await typeset('中文 😀 \u202eexe.fdp\u202c \u0007 \ud800 é à la');
    if (text.missing) return;
    const shown = text.of(pdf).replace(/\s+/g, ' ');
    expect(shown).toContain('[U+4E2D][U+6587] [U+1F600] [U+202E]exe.fdp[U+202C] [U+0007] [U+D800] é à la');
  });

  it('embeds every font and marks itself as tagged', async () => {
    if (info.missing) return;
    const pdf = await typeset('Titel');
    expect(info.of(pdf)).toMatch(/Title:\s+Titel[\s\S]*Tagged:\s+yes/);
    const lines = fonts.of(pdf).trim().split('\n').slice(2);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/\byes yes yes\b/);
  });

  it('says what is wrong with a source', async () => {
    await expect(typesetPdf('#nothing', {})).rejects.toThrow('unknown variable: nothing');
  });
});
