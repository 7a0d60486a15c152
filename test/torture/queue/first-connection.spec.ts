import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Queues } from '#platform/queue';
import { Medel, until } from '#testing';

/** PostgreSQL for the queue alone, which cuts every connection off until `isThere`. */
let door: Server;
let isThere = false;
let cut = 0;
let medel: Medel;
let queues: Queues;

beforeAll(async () => {
  medel = await Medel.start();
  const address = new URL(medel.config.queueDatabaseUrl);
  const port = Number(address.port);
  door = createServer((socket) => {
    socket.on('error', () => undefined);
    if (!isThere) {
      cut += 1;
      return void socket.once('data', () => socket.destroy());
    }
    const beyond = connect(port, address.hostname).on('error', () => socket.destroy());
    return void socket
      .on('close', () => beyond.destroy())
      .pipe(beyond)
      .pipe(socket);
  });
  await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
  address.port = String((door.address() as AddressInfo).port);
  queues = new Queues({ ...medel.config, queueDatabaseUrl: address.href });
});
afterAll(async () => {
  await queues?.onApplicationShutdown();
  door?.close();
  await medel?.stop();
});

it('is made anew until PostgreSQL is there, by whoever works and by whoever sends', async () => {
  const done: string[] = [];
  queues.process('first.connection', async ({ id }) => void done.push(id), 1);
  const send = () => queues.queue('first.connection').add('x', { id: 'x', actorId: 'x' }, { jobId: 'x' });
  await expect(send()).rejects.toThrow();
  await until(() => Promise.resolve(cut > 3));
  isThere = true;
  await until(() => send().then(Boolean, () => false));
  await until(() => Promise.resolve(done.length > 0));
  expect(done).toEqual(['x']);
});
