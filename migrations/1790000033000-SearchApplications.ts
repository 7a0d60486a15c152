import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Words and pieces of words in the titles and summaries of applications, for whoever searches among all cases. Kept
 * beside the application, and written only where its words change: what moves a case leaves the index alone.
 */
export class SearchApplications1790000033000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE TABLE application_words (
        application_id uuid NOT NULL CONSTRAINT application_words_pk PRIMARY KEY,
        organisation_id uuid NOT NULL,
        title text NOT NULL,
        words tsvector NOT NULL,
        CONSTRAINT application_words_application FOREIGN KEY (application_id) REFERENCES applications (id)
      );
      CREATE INDEX application_words_words ON application_words USING gin (words) WITH (gin_pending_list_limit = 64);
      CREATE INDEX application_words_title ON application_words USING gin (title gin_trgm_ops)
        WITH (gin_pending_list_limit = 64);
      CALL guard_rows('application_words', 'true');
      GRANT SELECT ON application_words TO medel_app;

      CREATE FUNCTION keep_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          IF TG_OP = 'UPDATE' AND NEW.content->'title' IS NOT DISTINCT FROM OLD.content->'title'
            AND NEW.content->'summary' IS NOT DISTINCT FROM OLD.content->'summary' THEN
            RETURN NULL;
          END IF;
          INSERT INTO application_words AS w (application_id, organisation_id, title, words)
          VALUES (NEW.id, NEW.organisation_id, lower(coalesce(NEW.content->>'title', '')),
            to_tsvector('swedish', concat_ws(' ', NEW.content->>'title', NEW.content->>'summary')))
          ON CONFLICT (application_id) DO UPDATE SET title = EXCLUDED.title, words = EXCLUDED.words;
          RETURN NULL;
        END $$;
      CREATE TRIGGER words_of_new AFTER INSERT ON applications FOR EACH ROW EXECUTE FUNCTION keep_words();
      CREATE TRIGGER words_of_changed AFTER UPDATE OF content ON applications FOR EACH ROW EXECUTE FUNCTION keep_words();
      INSERT INTO application_words (application_id, organisation_id, title, words)
        SELECT id, organisation_id, lower(coalesce(content->>'title', '')),
          to_tsvector('swedish', concat_ws(' ', content->>'title', content->>'summary')) FROM applications;

      -- What a person typed: every word in any of its forms, "…" as a phrase, - before what is not to be there.
      CREATE FUNCTION words_query(typed text) RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public AS $$
        SELECT websearch_to_tsquery('swedish', typed) $$;

      -- What row security would keep from the indexes (their operators are not leakproof), asked with the owner's rights:
      -- only for who sees all cases, and only ids leave. NULL where more than "most" match.
      CREATE FUNCTION find_applications(typed text, most integer) RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public AS $$
        DECLARE found uuid[];
        BEGIN
          IF NOT coalesce(sees_all(), false) THEN RETURN '{}'; END IF;
          SELECT array_agg(DISTINCT id) INTO found FROM (
            (SELECT id FROM applications WHERE registry_number = typed)
            UNION ALL
            (SELECT application_id FROM application_words WHERE words @@ words_query(typed) LIMIT most + 1)
            UNION ALL
            (SELECT application_id FROM application_words
              WHERE title LIKE '%' || replace(replace(replace(lower(typed), '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' LIMIT most + 1)
            UNION ALL
            (SELECT a.id FROM organisations o JOIN applications a ON a.organisation_id = o.id
              WHERE strpos(lower(o.name), lower(typed)) > 0 LIMIT most + 1)) hits;
          IF cardinality(found) > most THEN RETURN NULL; END IF;
          RETURN coalesce(found, '{}');
        END $$;
      REVOKE EXECUTE ON FUNCTION find_applications(text, integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION find_applications(text, integer), words_query(text) TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_applications(text, integer), words_query(text);
      DROP TRIGGER words_of_changed ON applications;
      DROP TRIGGER words_of_new ON applications;
      DROP FUNCTION keep_words;
      DROP TABLE application_words;
    `);
  }
}
