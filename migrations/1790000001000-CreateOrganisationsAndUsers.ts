import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Recipients, their memberships, and the people who act with their sessions. */
export class CreateOrganisationsAndUsers1790000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations (
        id uuid NOT NULL CONSTRAINT organisations_pk PRIMARY KEY,
        kind text NOT NULL,
        code text,
        name text COLLATE "sv-SE-x-icu" NOT NULL,
        organisation_number text,
        county text,
        population integer,
        size_class text,
        municipality_group text,
        is_example boolean NOT NULL DEFAULT false,
        CONSTRAINT organisations_kind CHECK (kind IN ('municipality', 'region', 'municipalAssociation', 'nonProfit')),
        CONSTRAINT organisations_size_class CHECK (size_class IN ('small', 'medium', 'large'))
      );
      CREATE UNIQUE INDEX organisations_code ON organisations (code) WHERE code IS NOT NULL;
      CREATE UNIQUE INDEX organisations_name ON organisations (kind, name);

      CREATE TABLE organisation_members (
        organisation_id uuid NOT NULL,
        member_id uuid NOT NULL,
        CONSTRAINT organisation_members_pk PRIMARY KEY (organisation_id, member_id),
        CONSTRAINT organisation_members_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT organisation_members_member FOREIGN KEY (member_id) REFERENCES organisations (id)
      );

      CREATE TABLE users (
        id uuid NOT NULL CONSTRAINT users_pk PRIMARY KEY,
        person_id uuid NOT NULL,
        email text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL,
        organisation_id uuid,
        is_active boolean NOT NULL DEFAULT true,
        CONSTRAINT users_organisation FOREIGN KEY (organisation_id) REFERENCES organisations (id),
        CONSTRAINT users_email_lower CHECK (email = lower(email)),
        CONSTRAINT users_side CHECK ((roles && ARRAY['applicant', 'signatory']) = (organisation_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX users_email ON users (email);

      CREATE TABLE sessions (
        token_hash bytea PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id),
        created_at timestamptz NOT NULL,
        seen_at timestamptz NOT NULL
      );
      CREATE INDEX sessions_user ON sessions (user_id);

      GRANT SELECT, INSERT, UPDATE ON organisations, organisation_members, users TO medel_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO medel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE sessions, users, organisation_members, organisations`);
  }
}
