import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/access/actor';
import { SYSTEM } from '#core/access';
import { EligibilityService } from '#core/eligibility';
import {
  Area,
  EvaluationFigure,
  MeasureDatasetRepository,
  MeasureRegister,
  MeasureValue,
  SimilarMunicipality,
  type DatasetContent,
} from '#core/measures';
import {
  Organisation,
  OrganisationMember,
  OrganisationQueries,
  OrganisationRepository,
  type SizeClass,
} from '#core/organisations';
import { Transactional } from '#platform/database';
import { newId } from '#platform/ids';
import {
  ORIGINS,
  POPULATIONS,
  readEvaluation,
  readReferenceFile,
  type ReferenceFile,
} from './reference-files.js';

/** How much was added: nothing, when all of it was there. */
export interface Added {
  organisations: number;
  datasets: string[];
}

/** The reference data that every Medel needs: recipients, and the measures that the rules ask for. */
@Injectable()
export class ReferenceSeed {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly known: OrganisationQueries,
    private readonly datasets: MeasureDatasetRepository,
    private readonly register: MeasureRegister,
    private readonly eligibility: EligibilityService,
  ) {}

  /** Adds from the files of a folder what is not there yet. The same file is the same data set. */
  async run(directory: string): Promise<Added> {
    const read = (fileName: string) => readReferenceFile(directory, fileName);
    const municipalities = await read('municipalities.csv');
    const regions = await read('regions.csv');
    const evaluation = await readEvaluation(directory);
    const organisations = await this.addOrganisations(SYSTEM, municipalities, regions);
    const shares = await read(ORIGINS.areaType12Share.fileName);
    const areas = await read(ORIGINS.areaTypes.fileName);
    const similar = await read(ORIGINS.similarMunicipalities.fileName);
    const datasets = [
      ...((await this.addShares(SYSTEM, shares)) ? [shares.fileName] : []),
      ...((await this.addAreas(SYSTEM, areas)) ? [areas.fileName] : []),
      ...((await this.addSimilar(SYSTEM, similar)) ? [similar.fileName] : []),
      ...((await this.addFigures(SYSTEM, evaluation)) ? [evaluation.fileName] : []),
    ];
    if (organisations > 0 || datasets.length > 0) await this.eligibility.recompute(SYSTEM, 'reference');
    return { organisations, datasets };
  }

  @Transactional()
  async addOrganisations(
    actor: Actor,
    municipalities: ReferenceFile,
    regions: ReferenceFile,
  ): Promise<number> {
    const known = await this.known.recipients(actor);
    const ids = new Map(known.flatMap(({ code, id }) => (code === null ? [] : [[code, id]])));
    const counties = new Map(municipalities.rows.map((row) => [row['county_code']!, row['county_name']!]));
    const all = [
      ...municipalities.rows.map((row) =>
        organisation(row, {
          kind: 'municipality',
          county: row['county_name']!,
          sizeClass: row['size_class'] as SizeClass,
          municipalityGroup: row['municipality_group']!,
        }),
      ),
      ...regions.rows.map((row) =>
        organisation(row, { kind: 'region', county: counties.get(row['code']!) ?? null }),
      ),
    ];
    const missing = all.filter(({ code }) => !ids.has(code!));
    for (const { code, id } of missing) ids.set(code!, id);
    const memberships = new Set(known.flatMap(({ id, memberCodes }) => memberCodes.map((m) => `${id} ${m}`)));
    const members = municipalities.rows
      .filter((row) => !memberships.has(`${ids.get(row['county_code']!)} ${row['code']}`))
      .map((row) => member(ids.get(row['county_code']!)!, ids.get(row['code']!)!));
    await this.organisations.add(missing, members);
    return missing.length;
  }

  @Transactional()
  async addShares(actor: Actor, file: ReferenceFile): Promise<boolean> {
    return this.add(actor, 'areaType12Share', file, (datasetId, ids) => ({
      values: file.rows.map((row) =>
        Object.assign(new MeasureValue(), {
          measureCode: 'areaType12Share',
          year: ORIGINS.areaType12Share.year,
          organisationId: ids.get(row['municipality_code']!)!,
          datasetId,
          value: row['share_proxy'] === '' ? null : Number(row['share_proxy']),
          quality: 'proxy' as const,
        }),
      ),
    }));
  }

  @Transactional()
  async addAreas(actor: Actor, file: ReferenceFile): Promise<boolean> {
    return this.add(actor, 'areaTypes', file, (datasetId, ids) => ({
      areas: file.rows.map((row) =>
        Object.assign(new Area(), {
          code: row['regso_code']!,
          name: row['name']!,
          organisationId: ids.get(row['municipality_code']!)!,
          areaType: row['area_type'] === '' ? null : Number(row['area_type']),
          year: Number(row['year']),
          datasetId,
        }),
      ),
    }));
  }

  @Transactional()
  async addSimilar(actor: Actor, file: ReferenceFile): Promise<boolean> {
    return this.add(actor, 'similarMunicipalities', file, (datasetId, ids) => ({
      similar: file.rows.map((row) =>
        Object.assign(new SimilarMunicipality(), {
          municipalityId: ids.get(row['code']!)!,
          basis: row['basis']!,
          year: Number(row['year']),
          rank: Number(row['rank']),
          similarId: ids.get(row['similar_code']!)!,
          datasetId,
        }),
      ),
    }));
  }

  @Transactional()
  async addFigures(actor: Actor, file: Awaited<ReturnType<typeof readEvaluation>>): Promise<boolean> {
    return this.add(actor, 'evaluationFigures', file, (datasetId) => ({
      figures: file.figures.map((figure, index) =>
        Object.assign(new EvaluationFigure(), figure, { datasetId, number: index + 1 }),
      ),
    }));
  }

  private async add(
    actor: Actor,
    kind: keyof typeof ORIGINS,
    { fileName, sha256 }: Pick<ReferenceFile, 'fileName' | 'sha256'>,
    read: (datasetId: string, ids: Map<string, string>) => Partial<DatasetContent>,
  ): Promise<boolean> {
    if (await this.datasets.findSame(actor, kind, sha256)) return false;
    const { source, vintage, licence } = ORIGINS[kind];
    const recipients = await this.known.recipients(actor);
    const ids = new Map(recipients.flatMap(({ code, id }) => (code === null ? [] : [[code, id]])));
    const details = { kind, source, vintage, licence, sha256, fileName };
    await this.register.record(actor, details, (datasetId) => read(datasetId, ids));
    return true;
  }
}

/** Organisation numbers were not found in any source, so they stay empty. */
function organisation(
  row: Record<string, string>,
  rest: Partial<Organisation> & { kind: 'municipality' | 'region' },
): Organisation {
  const { code, name, population } = row;
  return Object.assign(new Organisation(), {
    id: newId(),
    code,
    name,
    population: Number(population),
    populationYear: POPULATIONS.year,
    populationSource: POPULATIONS[rest.kind],
    isExample: false,
    ...rest,
  });
}

function member(organisationId: string, memberId: string): OrganisationMember {
  return Object.assign(new OrganisationMember(), { organisationId, memberId });
}
