import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A file of a million values waits as some thousand series, and goes into the register without a question for each row:
 * what was asked row by row is asked of the statement, and the register is proven against what waited.
 */
export class StageMeasureSeries1790000025000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A measure and year of one quality, organisations and values side by side; of a large file in several rows.
      CREATE TABLE staged_measure_series (
        dataset_id uuid NOT NULL DEFAULT current_setting('medel.dataset')::uuid,
        measure_code text NOT NULL,
        year integer NOT NULL,
        quality text NOT NULL,
        organisation_ids uuid[] NOT NULL,
        series_values double precision[] NOT NULL,
        CONSTRAINT staged_measure_series_whole
          CHECK (cardinality(organisation_ids) = cardinality(series_values) AND cardinality(organisation_ids) > 0)
      );
      -- Read once or twice: it is not worth the time to compress.
      ALTER TABLE staged_measure_series
        ALTER COLUMN organisation_ids SET STORAGE EXTERNAL, ALTER COLUMN series_values SET STORAGE EXTERNAL;
      CREATE INDEX staged_measure_series_of_dataset ON staged_measure_series (dataset_id, measure_code, year);
      INSERT INTO staged_measure_series
        SELECT s.dataset_id, s.measure_code, s.year, s.quality, array_agg(o.id), array_agg(s.value)
        FROM staged_measure_values s JOIN organisations o ON o.code = s.organisation_code
        GROUP BY s.dataset_id, s.measure_code, s.year, s.quality;
      DROP TABLE staged_measure_values;
      GRANT SELECT, INSERT, DELETE ON staged_measure_series TO medel_app;

      -- What waits for acceptance is what was read: nothing is added to it, and nothing is taken away until it is decided.
      CREATE FUNCTION must_wait_as_read() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          ids uuid[] := ARRAY(SELECT DISTINCT dataset_id FROM touched);
        BEGIN
          -- Until this transaction ends no data set of it is decided.
          PERFORM FROM measure_datasets WHERE id = ANY (ids) FOR SHARE;
          IF EXISTS (SELECT FROM unnest(ids) AS i(id) LEFT JOIN measure_datasets d ON d.id = i.id
              WHERE d.id IS NULL OR d.status = 'awaitingAcceptance' OR d.status = 'accepted' AND TG_OP = 'INSERT') THEN
            RAISE EXCEPTION '%: what waits for acceptance never changes', TG_TABLE_NAME
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER as_read AFTER INSERT ON staged_measure_series REFERENCING NEW TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION must_wait_as_read();
      CREATE TRIGGER as_read_to_the_end AFTER DELETE ON staged_measure_series REFERENCING OLD TABLE AS touched
        FOR EACH STATEMENT EXECUTE FUNCTION must_wait_as_read();
      CREATE TRIGGER frozen BEFORE UPDATE ON staged_measure_series
        FOR EACH STATEMENT EXECUTE FUNCTION must_not_change();

      CREATE OR REPLACE FUNCTION must_await_acceptance() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          ids uuid[] := ARRAY(SELECT DISTINCT dataset_id FROM added);
        BEGIN
          -- Who accepts waits for this transaction, so that nothing comes after the proof.
          PERFORM FROM measure_datasets WHERE id = ANY (ids) FOR SHARE;
          IF EXISTS (SELECT FROM unnest(ids) AS i(id) LEFT JOIN measure_datasets d ON d.id = i.id
              WHERE d.status IS DISTINCT FROM 'awaitingAcceptance') THEN
            RAISE EXCEPTION '%: values are added when their data set is accepted', TG_TABLE_NAME
              USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;

      -- In the place of two foreign keys, which ask of each row: for a million rows that is two million questions.
      CREATE FUNCTION must_be_of_staged_series() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          organisation_ids uuid[] := ARRAY(SELECT DISTINCT organisation_id FROM added);
        BEGIN
          PERFORM FROM organisations WHERE id = ANY (organisation_ids) FOR KEY SHARE;
          IF EXISTS (SELECT FROM unnest(organisation_ids) AS i(id) WHERE NOT EXISTS (SELECT FROM organisations o WHERE o.id = i.id))
          THEN
            RAISE EXCEPTION '%: there is no such organisation', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
          END IF;
          IF EXISTS (SELECT FROM (SELECT DISTINCT dataset_id, measure_code, year FROM added) a
              WHERE NOT EXISTS (SELECT FROM staged_measure_series s WHERE s.dataset_id = a.dataset_id
                AND s.measure_code = a.measure_code AND s.year = a.year)) THEN
            RAISE EXCEPTION '%: the data set has no such series', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER of_staged_series AFTER INSERT ON measure_values REFERENCING NEW TABLE AS added
        FOR EACH STATEMENT EXECUTE FUNCTION must_be_of_staged_series();
      ALTER TABLE measure_values DROP CONSTRAINT measure_values_dataset, DROP CONSTRAINT measure_values_organisation;
      CREATE FUNCTION must_have_no_values() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT FROM measure_values WHERE organisation_id = OLD.id) THEN
            RAISE EXCEPTION 'organisations: % has values of measures', OLD.id USING ERRCODE = 'foreign_key_violation';
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER with_values AFTER DELETE OR UPDATE OF id ON organisations
        FOR EACH ROW EXECUTE FUNCTION must_have_no_values();

      -- The proof: a data set is accepted when the register holds what waited, to the last value, and nothing else of it.
      -- A series at a time, so that it takes no more memory for a million values.
      CREATE FUNCTION must_hold_what_waited() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
          measure text;
          of_year integer;
        BEGIN
          IF EXISTS (
              SELECT FROM (SELECT DISTINCT measure_code, year FROM staged_measure_series WHERE dataset_id = NEW.id) waited
              FULL JOIN (SELECT measure_code, year FROM measure_series WHERE dataset_id = NEW.id) kept USING (measure_code, year)
              WHERE waited IS NULL OR kept IS NULL) THEN
            RAISE EXCEPTION 'measure_series: not those that waited for acceptance' USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          FOR measure, of_year IN
              SELECT DISTINCT measure_code, year FROM staged_measure_series WHERE dataset_id = NEW.id LOOP
            IF EXISTS (
                SELECT FROM (
                  SELECT w.organisation_id, w.value, s.quality FROM staged_measure_series s
                  CROSS JOIN unnest(s.organisation_ids, s.series_values) AS w(organisation_id, value)
                  WHERE s.dataset_id = NEW.id AND s.measure_code = measure AND s.year = of_year) waited
                FULL JOIN (
                  SELECT v.organisation_id, v.value, v.quality FROM measure_values v
                  WHERE v.measure_code = measure AND v.year = of_year AND v.dataset_id = NEW.id) kept USING (organisation_id)
                WHERE (waited.value, waited.quality) IS DISTINCT FROM (kept.value, kept.quality)) THEN
              RAISE EXCEPTION 'measure_values: not what waited for acceptance of % in %', measure, of_year
                USING ERRCODE = 'integrity_constraint_violation';
            END IF;
          END LOOP;
          RETURN NULL;
        END $$;
      CREATE TRIGGER holds_what_waited AFTER UPDATE ON measure_datasets
        FOR EACH ROW WHEN (NEW.status = 'accepted' AND OLD.status <> 'accepted') EXECUTE FUNCTION must_hold_what_waited();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Values that waited by series have no place in what was before');
  }
}
