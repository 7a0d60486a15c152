import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A search that many cases answer is told by a sample of them: to ask an index of what has a word brings up all that have it,
 * a million where it is one of the first words of every title. Where a tenth has it, a page of it is soon met on the way down the list.
 */
export class SearchForManySooner1790000037700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION find_applications(typed text, most integer) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public AS $$
        DECLARE
          query tsquery := words_query(typed);
          piece text := '%' || replace(replace(replace(lower(typed), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
          -- Of the pages that the planner counts, so many that a quarter as many cases are looked at as are worth sorting.
          percent real := (SELECT least(100, 25 * most / greatest(reltuples, 1)) FROM pg_class WHERE oid = 'application_words'::regclass);
          by_words uuid[];
          found uuid[];
        BEGIN
          IF NOT coalesce(sees_all(), false) THEN RETURN '{}'; END IF;
          IF percent < 100 AND (SELECT greatest(count(*) FILTER (WHERE words @@ query), count(*) FILTER (WHERE title LIKE piece)) * 10 > count(*)
              FROM (SELECT words, title FROM application_words TABLESAMPLE SYSTEM (percent) LIMIT most) looked_at) THEN RETURN NULL; END IF;
          by_words := ARRAY(SELECT application_id FROM application_words WHERE words @@ query LIMIT most + 1);
          IF cardinality(by_words) > most THEN RETURN NULL; END IF;
          SELECT array_agg(DISTINCT id) INTO found FROM (
            (SELECT id FROM applications WHERE registry_number = typed)
            UNION ALL
            (SELECT unnest(by_words))
            UNION ALL
            (SELECT application_id FROM application_words WHERE title LIKE piece LIMIT most + 1)
            UNION ALL
            (SELECT a.id FROM organisations o JOIN applications a ON a.organisation_id = o.id
              WHERE strpos(lower(o.name), lower(typed)) > 0 LIMIT most + 1)) hits (id);
          IF cardinality(found) > most THEN RETURN NULL; END IF;
          RETURN coalesce(found, '{}');
        END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION find_applications(typed text, most integer) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public AS $$
        DECLARE
          query tsquery := words_query(typed);
          piece text := '%' || replace(replace(replace(lower(typed), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%';
          by_words uuid[];
          found uuid[];
        BEGIN
          IF NOT coalesce(sees_all(), false) THEN RETURN '{}'; END IF;
          by_words := ARRAY(SELECT application_id FROM application_words WHERE words @@ query LIMIT most + 1);
          IF cardinality(by_words) > most THEN RETURN NULL; END IF;
          IF (SELECT count(*) FILTER (WHERE title LIKE piece) > most / 2
              FROM (SELECT title FROM application_words LIMIT most) looked_at) THEN RETURN NULL; END IF;
          SELECT array_agg(DISTINCT id) INTO found FROM (
            (SELECT id FROM applications WHERE registry_number = typed)
            UNION ALL
            (SELECT unnest(by_words))
            UNION ALL
            (SELECT application_id FROM application_words WHERE title LIKE piece LIMIT most + 1)
            UNION ALL
            (SELECT a.id FROM organisations o JOIN applications a ON a.organisation_id = o.id
              WHERE strpos(lower(o.name), lower(typed)) > 0 LIMIT most + 1)) hits (id);
          IF cardinality(found) > most THEN RETURN NULL; END IF;
          RETURN coalesce(found, '{}');
        END $$;
    `);
  }
}
