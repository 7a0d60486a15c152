import { describe, expect, it } from '@jest/globals';
import { Client, Medel, startProcesses, until, type Any } from '#testing';

const PATH = '/measure-datasets';
const FIELDS = { kind: 'areaType12Share', source: 'Demo: påhittade värden', vintage: 'Demo' };
const HEADER = 'organisationCode,measure,year,value';

describe('a worker that is killed while it reads a file of measures', () => {
  it('leaves nothing half done: the next one reads from the start', async () => {
    const medel = await Medel.start();
    const processes = await startProcesses(medel.config);
    try {
      await processes.api.start();
      const admin = await new Client(processes.address).signIn('admin@medel.example');
      const { body: all } = await admin.get('/organisations?kind=municipality&limit=200');
      const years = Array.from({ length: 50 }, (_, index) => 1971 + index);
      const measures = ['areaType12Share', 'inequalityIndex'];
      const rows = all.items.flatMap(({ code }: Any) =>
        measures.flatMap((measure) => years.map((year) => `${code},${measure},${year},0.25`)),
      );
      const { id } = (await admin.upload(PATH, [HEADER, ...rows, ''].join('\n'), FIELDS)).body;
      const loads = async () =>
        (
          await medel.owner.query(
            `SELECT FROM pg_stat_activity WHERE application_name = 'medel load' AND datname = current_database()`,
          )
        ).rowCount!;
      await processes.worker.start();
      await until(async () => (await loads()) > 0, { pause: 2, seconds: 40 });
      await processes.worker.kill();
      await until(async () => (await loads()) === 0);
      expect((await admin.get(`${PATH}/${id}`)).body.status).toBe('reading');
      const { rows: left } = await medel.owner.query(
        'SELECT coalesce(sum(cardinality(series_values)), 0) AS n FROM staged_measure_series',
      );
      expect([0, rows.length]).toContain(Number(left[0].n));
      await processes.worker.start();
      const read = await until(
        async () => {
          const { body } = await admin.get<Any>(`${PATH}/${id}`);
          return body.status !== 'reading' && body;
        },
        { seconds: 90 },
      );
      expect(read).toMatchObject({ status: 'awaitingAcceptance', rowCount: rows.length });
      expect((await admin.post(`${PATH}/${id}/accept`)).body.status).toBe('accepted');
      await medel.expectCoherent();
    } finally {
      await processes.api.kill();
      await processes.worker.kill();
      await medel.stop();
    }
  }, 180_000);
});
