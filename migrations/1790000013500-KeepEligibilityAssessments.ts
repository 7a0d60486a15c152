import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may have which grant, recomputed for every recipient, wording and year: rows that are added to and never changed. */
export class KeepEligibilityAssessments1790000013500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE eligibility_recomputations (
        id uuid NOT NULL CONSTRAINT eligibility_recomputations_pk PRIMARY KEY,
        version bigint NOT NULL,
        cause text NOT NULL,
        dataset_id uuid,
        recomputed_by uuid NOT NULL,
        recomputed_at timestamptz(3) NOT NULL,
        CONSTRAINT eligibility_recomputations_cause CHECK (cause IN ('asked', 'dataset', 'reference')),
        CONSTRAINT eligibility_recomputations_dataset FOREIGN KEY (dataset_id) REFERENCES measure_datasets (id)
      );
      -- A message that comes twice recomputes once.
      CREATE UNIQUE INDEX eligibility_recomputations_of_dataset ON eligibility_recomputations (dataset_id)
        WHERE dataset_id IS NOT NULL;
      CREATE INDEX eligibility_recomputations_recent ON eligibility_recomputations (recomputed_at DESC, id DESC);
      CALL guard_audit('eligibility_recomputations', 'eligibilityRecomputation');

      -- What the standard scores of a recomputation rest on.
      CREATE TABLE eligibility_scales (
        recomputation_id uuid NOT NULL,
        measure_code text NOT NULL,
        year integer NOT NULL,
        dataset_id uuid NOT NULL,
        n integer NOT NULL,
        mean double precision,
        population_deviation double precision,
        sample_deviation double precision,
        quality text NOT NULL,
        CONSTRAINT eligibility_scales_pk PRIMARY KEY (recomputation_id, measure_code, year),
        CONSTRAINT eligibility_scales_recomputation FOREIGN KEY (recomputation_id)
          REFERENCES eligibility_recomputations (id),
        CONSTRAINT eligibility_scales_dataset FOREIGN KEY (dataset_id) REFERENCES measure_datasets (id),
        CONSTRAINT eligibility_scales_quality CHECK (quality IN ('official', 'computed', 'proxy'))
      );

      -- The lists have an entry for each threshold of the wording's rule, in its order.
      CREATE TABLE eligibility_assessments (
        recomputation_id uuid NOT NULL,
        number integer NOT NULL,
        programme_code text NOT NULL,
        wording_from date NOT NULL,
        organisation_id uuid NOT NULL,
        measure_year integer,
        verdict text NOT NULL,
        rules jsonb NOT NULL,
        measures text[] NOT NULL,
        factors double precision[] NOT NULL,
        deviations text[] NOT NULL,
        values double precision[] NOT NULL,
        z_scores double precision[] NOT NULL,
        outcomes text[] NOT NULL,
        met_by text[] NOT NULL,
        CONSTRAINT eligibility_assessments_pk PRIMARY KEY (recomputation_id, number),
        CONSTRAINT eligibility_assessments_verdict CHECK (verdict IN ('eligible', 'notEligible', 'needsJudgement'))
      );

      -- Rows come with their recomputation and never after it. Asked once a statement, not once a row.
      CREATE FUNCTION must_come_with_recomputation() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM (SELECT DISTINCT recomputation_id FROM added) a
              LEFT JOIN eligibility_recomputations r ON r.id = a.recomputation_id
              WHERE r.id IS NULL OR r.xmin::text <> (pg_current_xact_id()::xid)::text) THEN
            RAISE EXCEPTION '%: rows are written with their recomputation', TG_TABLE_NAME
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER with_recomputation AFTER INSERT ON eligibility_assessments REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_come_with_recomputation();
      CREATE TRIGGER with_recomputation AFTER INSERT ON eligibility_scales REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_come_with_recomputation();

      -- Adds to the view as it stands.
      DO $$ BEGIN
        EXECUTE 'CREATE OR REPLACE VIEW audited_subjects WITH (security_invoker = true) AS '
          || rtrim(pg_get_viewdef('audited_subjects'::regclass), '; ')
          || ' UNION ALL SELECT ''eligibilityRecomputation''::text, id, version FROM eligibility_recomputations';
      END $$;

      GRANT SELECT, INSERT ON eligibility_recomputations, eligibility_scales, eligibility_assessments TO medel_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What decisions may rest on is not thrown away');
  }
}
