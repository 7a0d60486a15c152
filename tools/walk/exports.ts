import type { Any } from '#testing';
import { LOWERED } from './amendment.js';
import { GRANTED } from './assessment.js';
import type { Books } from './books.js';
import type { Walk } from './cast.js';
import { theMoneyExports } from './money-exports.js';
import { chapter, detail } from './page.js';
import { readRows, save, type Row, type SavedExport } from './saved-export.js';

export async function theExports(walk: Walk, books: Books, application: Any): Promise<SavedExport[]> {
  chapter(13, 'The exports (uttag)');
  const { registryNumber } = application;
  const grants = await save(walk, 'grants-by-year', 'csv');
  const years = rowsOf(await readRows(grants), registryNumber);
  grants.ready.agrees(
    'this grant’s years',
    years.map(({ year, yearStatus, granted }) => [Number(year), yearStatus, Number(granted)]),
    [
      [walk.years[0], 'firm', GRANTED],
      [walk.years[1], 'firm', LOWERED],
      // Nobody refused what no money came for.
      [walk.years[2], 'lapsed', GRANTED],
    ],
  );
  const applications = await save(walk, 'applications', 'json');
  const [ours] = rowsOf(await readRows(applications), registryNumber);
  applications.ready.agrees('this application', ours?.['status'], 'decided');
  const reports = await save(walk, 'reporting-status', 'csv');
  const [settled] = rowsOf(await readRows(reports), registryNumber);
  reports.ready.agrees('this report', settled?.['status'], 'approved');
  detail(`${registryNumber} is in all three, as this walk left it.`);
  const ofMoney = await theMoneyExports(walk, books, application);
  return [grants, applications, reports, ...ofMoney, await save(walk, 'audit-trail', 'json')];
}

const rowsOf = (rows: readonly Row[], registryNumber: string): Row[] =>
  rows.filter((row) => row['registryNumber'] === registryNumber);
