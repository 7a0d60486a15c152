import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The eight groups of an IPv6 address, none of them left out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean));
  const left = tail === undefined ? 0 : 8 - before!.length - after!.length;
  return [...before!, ...Array<string>(Math.max(left, 0)).fill('0'), ...after!];
}

/** Whom an address counts as. One home or office has a whole /64 of IPv6, so changing the rest of it is nobody else. */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) return mapped;
  return isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;
}

/** An address as it is kept and shown: enough for its owner to know the network, too little to tell the machine. */
export function shortened(address: string): string {
  const mapped = MAPPED.exec(address)?.[1] ?? address;
  if (isIPv6(mapped)) return `${groupsOf(mapped).slice(0, 3).join(':')}:x`;
  return mapped.replace(/\d+$/, 'x');
}
