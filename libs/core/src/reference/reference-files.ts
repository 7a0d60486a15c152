import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseCsv } from '#platform/csv';
import { sha256 } from '#platform/storage';
import { readFigures, type EvaluationFile, type Figure } from './evaluation-figures.js';

/** A file of reference data as it lies on disk, with the hash that tells it from any other. */
export interface ReferenceFile {
  fileName: string;
  sha256: string;
  rows: Record<string, string>[];
}

/** Where each loaded file is from; data/SOURCES.md says it at length. */
export const ORIGINS = {
  areaType12Share: {
    fileName: 'area_type_12_share_proxy_2022.csv',
    year: 2022,
    source:
      'Närmevärde: antal DeSO i områdestyp 1 och 2 delat med alla DeSO i kommunen, beräknat ur Segregationsbarometerns områdestyper (SCB, Boverket)',
    vintage: 'Områdestyper 2022, RegSO 2020, DeSO 2018',
    licence: 'CC0 (SCB)',
  },
  areaTypes: {
    fileName: 'regso_2020_area_type_2022.csv',
    year: 2022,
    source: 'Segregationsbarometern: områdestyp per RegSO (SCB, Boverket)',
    vintage: 'Områdestyper 2022, RegSO 2020',
    licence: 'CC0 (SCB)',
  },
  similarMunicipalities: {
    fileName: 'similar_municipalities.csv',
    year: 2024,
    source: 'Liknande kommuner socioekonomi (Kolada, RKA)',
    vintage: '2024',
    licence: 'Fri användning när källan anges (Kolada)',
  },
  evaluationFigures: {
    fileName: 'statskontoret_2023_4.json',
    source: 'Statskontoret 2023:4: siffror som de är tryckta',
    vintage: '2023',
    licence: 'Fakta ur en offentlig rapport',
  },
} as const;

/** Where the inhabitants of `municipalities.csv` and `regions.csv` are from. The day that they are counted on is not stated. */
export const POPULATIONS = {
  year: 2025,
  municipality: 'SCB, omkring årsskiftet 2025; dagen är inte angiven',
  region: 'Summan av regionens kommuner: SCB, omkring årsskiftet 2025; dagen är inte angiven',
} as const;

export async function readReferenceFile(directory: string, fileName: string): Promise<ReferenceFile> {
  const { text, sha256 } = await readText(directory, fileName);
  return { fileName, sha256, rows: parseCsv(text) };
}

export async function readEvaluation(
  directory: string,
): Promise<Omit<ReferenceFile, 'rows'> & { figures: Figure[] }> {
  const { fileName } = ORIGINS.evaluationFigures;
  const { text, sha256 } = await readText(directory, fileName);
  return { fileName, sha256, figures: readFigures(JSON.parse(text) as EvaluationFile) };
}

async function readText(directory: string, fileName: string): Promise<{ text: string; sha256: string }> {
  const bytes = await readFile(join(directory, fileName));
  return { text: bytes.toString('utf8'), sha256: sha256(bytes) };
}
