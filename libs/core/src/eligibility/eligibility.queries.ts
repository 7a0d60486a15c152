import { Injectable } from '@nestjs/common';
import { checkRecipients } from '#domain/applications/eligibility';
import type { MeasuresByCode, RecipientFacts } from '#domain/applications/facts';
import { findProgramme, wordingAt, type RecipientKind, type Wording } from '#domain/regulations/index';
import { computeVerdict, type Finding, type Verdict } from '#domain/shared/finding';
import type { LocalDate } from '#domain/shared/local-date';
import { MeasureQueries } from '#core/measures';
import { OrganisationQueries } from '#core/organisations';
import { measuresOf } from '#core/programmes';
import { Clock } from '#platform/clock';
import { Database, sql, type JsonText, type PageRequest, type Scope } from '#platform/database';
import { Invalid, NotFound } from '#platform/errors';

export interface EligibilityFilter {
  kind?: RecipientKind | undefined;
  verdict?: Verdict | undefined;
  /** Measures of this year only; the latest of each where nothing is said. */
  measureYear?: number | undefined;
  /** The wording in force and the data sets there were on this day. */
  asOf?: LocalDate | undefined;
}

interface Assessed {
  recipient: RecipientFacts;
  verdict: Verdict;
  findings: Finding[];
}

const recomputationJson = sql`json_build_object('id', r.id, 'cause', r.cause, 'datasetId', r.dataset_id,
  'recomputedBy', r.recomputed_by, 'recomputedAt', audit_time(r.recomputed_at),
  'rowCount', (SELECT count(*) FROM eligibility_assessments a WHERE a.recomputation_id = r.id),
  'verdicts', (SELECT json_build_object('eligible', count(*) FILTER (WHERE a.verdict = 'eligible'),
      'notEligible', count(*) FILTER (WHERE a.verdict = 'notEligible'),
      'needsJudgement', count(*) FILTER (WHERE a.verdict = 'needsJudgement'))
    FROM eligibility_assessments a WHERE a.recomputation_id = r.id),
  'scales', (SELECT coalesce(json_agg(json_build_object('measure', s.measure_code, 'year', s.year, 'n', s.n, 'mean', s.mean,
      'populationDeviation', s.population_deviation, 'sampleDeviation', s.sample_deviation, 'quality', s.quality,
      'dataset', json_build_object('id', d.id, 'source', d.source, 'vintage', d.vintage, 'sha256', d.sha256))
      ORDER BY s.measure_code, s.year), '[]')
    FROM eligibility_scales s JOIN measure_datasets d ON d.id = s.dataset_id WHERE s.recomputation_id = r.id))`;

/** Who may have a grant: of all recipients at once, and as it was recomputed. */
@Injectable()
export class EligibilityQueries {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationQueries,
    private readonly measures: MeasureQueries,
    private readonly clock: Clock,
  ) {}

  /** Every recipient with what the wording's rules about recipients say of it. */
  async ofProgramme(scope: Scope, code: string, filter: EligibilityFilter) {
    const wording = this.wordingOf(code, filter.asOf);
    if (!wording) throw new NotFound();
    const { kind, verdict } = filter;
    const assessed = await this.assess(scope, wording, filter);
    const items = assessed.filter(
      (each) =>
        (kind === undefined || each.recipient.kind === kind) &&
        (verdict === undefined || each.verdict === verdict),
    );
    return {
      programmeCode: code,
      wording: { sfs: wording.sfs, amendedBy: wording.amendedBy, validFrom: wording.validFrom },
      total: items.length,
      items: items.map(({ recipient: { id, code: own, name, kind: its }, ...said }) => ({
        organisation: { id, code: own, name, kind: its },
        ...said,
      })),
    };
  }

  /** The verdict by id of the recipients whom no rule about recipients excludes; one that needs judgement is not excluded. */
  async notExcluded(scope: Scope, code: string): Promise<Record<string, Verdict>> {
    const wording = this.wordingOf(code);
    if (!wording) throw new Invalid([{ code: 'unknownProgramme', path: 'eligibleFor' }]);
    const assessed = await this.assess(scope, wording, {});
    const kept = assessed.filter(({ verdict }) => verdict !== 'notEligible');
    return Object.fromEntries(kept.map(({ recipient, verdict }) => [recipient.id, verdict]));
  }

  recomputations(scope: Scope, request: PageRequest): Promise<JsonText> {
    const sorts = { recomputedAt: { by: sql`r.recomputed_at`, type: 'timestamptz' as const } };
    const from = sql`eligibility_recomputations r`;
    return this.database.page(
      scope,
      { item: recomputationJson, from, where: [], id: sql`r.id`, sorts, defaultSort: '-recomputedAt' },
      request,
    );
  }

  recomputation(scope: Scope, id: string): Promise<JsonText> {
    return this.database.document(
      scope,
      sql`SELECT ${recomputationJson}::text AS body, r.version FROM eligibility_recomputations r WHERE r.id = ${id}`,
    );
  }

  /** In force on the day; for a programme that is not, or not yet, its last. */
  private wordingOf(code: string, asOf?: LocalDate): Wording | undefined {
    const programme = findProgramme(code);
    if (!programme) return undefined;
    if (asOf !== undefined) return wordingAt(programme, asOf);
    return wordingAt(programme, this.clock.today()) ?? programme.wordings.at(-1);
  }

  /** Two reads whatever the number of recipients, and one pass of the rules over them. */
  private async assess(
    scope: Scope,
    wording: Wording,
    { asOf, measureYear }: EligibilityFilter,
  ): Promise<Assessed[]> {
    const measures: MeasuresByCode = await this.measures.facts(scope, measuresOf(wording), asOf, measureYear);
    const recipients = await this.organisations.recipients(scope);
    return checkRecipients(recipients, measures, wording).map(({ recipient, findings }) => ({
      recipient,
      verdict: computeVerdict(findings),
      findings,
    }));
  }
}
