import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOwnerDataSource } from '#platform/database';
import { connectToRunning, root } from './environment.js';

/** Writes the migration that brings the database to what the entities say, for a person to read and complete. */
async function main(name: string | undefined): Promise<void> {
  if (!name || !/^[A-Z][A-Za-z]+$/.test(name))
    throw new Error('Name it by its purpose: npm run migration:new AddNoteToCalls');
  const running = connectToRunning();
  if (!running)
    throw new Error('Start Medel first (npm start): the migration is the difference to its database.');
  const source = createOwnerDataSource(running.ownerUrl);
  await source.initialize();
  const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
  await source.destroy();
  const stamp = Date.now();
  const statements = (queries: { query: string }[]) =>
    queries.map(({ query }) => `      ${query};`).join('\n');
  const file = join(root, 'migrations', `${stamp}-${name}.ts`);
  writeFileSync(
    file,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Say what it is for. Triggers, policies and grants are not seen by the comparison: write them too. */
export class ${name}${stamp} implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`
${statements(upQueries)}
    \`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`
${statements(downQueries)}
    \`);
  }
}
`,
  );
  console.log(`Written: ${file}`);
}

await main(process.argv[2]).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
