import { spawnSync } from 'node:child_process';
import { typesetPdf } from '#platform/typst';

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
  it('gives a tagged file with its language', async () => {
    const pdf = (await typeset('Bidrag till Örebro')).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect(pdf).toMatch(/\/StructTreeRoot/);
    expect(pdf).toMatch(/\/Lang\s*\(sv\)/);
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
