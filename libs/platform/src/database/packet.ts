import type { Socket } from 'node:net';

const held = new WeakSet<Socket>();

/**
 * What is sent over the connection from now until this turn of the event loop ends leaves as one packet. Sending costs
 * both ends more than most statements do.
 */
export function inOnePacket(client: object): void {
  const { stream } = (client as { connection: { stream: Socket } }).connection;
  if (held.has(stream)) return;
  held.add(stream);
  stream.cork();
  setImmediate(() => {
    held.delete(stream);
    stream.uncork();
  });
}
