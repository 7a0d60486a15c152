import { describe, expect, test } from '@jest/globals';
import { networkOf, shortened } from './network.js';

describe('an address', () => {
  test.each([
    ['192.0.2.17', '192.0.2.17', '192.0.2.x'],
    ['::ffff:192.0.2.17', '192.0.2.17', '192.0.2.x'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1:x'],
    ['2001:DB8::1', '2001:db8:0:0::/64', '2001:db8:0:x'],
    ['::1', '0:0:0:0::/64', '0:0:0:x'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64', 'fe80:0:0:x'],
  ])('%s counts as %s and is shown as %s', (address, network, shown) => {
    expect([networkOf(address), shortened(address)]).toEqual([network, shown]);
  });
});
