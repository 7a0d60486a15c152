import { ACCOUNTS, DEMO_PASSWORD, emailOf } from '#core/demo';
import type { Settings } from '../environment.js';

/** What a person needs to know when everything runs. */
export function banner({ address, demo }: Settings): string {
  const lines = ['', `Medel runs at ${address}`, `The API is described at ${address}/api/docs`];
  if (demo) {
    lines.push(`Demo accounts, all with the password ${DEMO_PASSWORD}:`);
    for (const { name, person } of ACCOUNTS) lines.push(`  ${emailOf(name).padEnd(36)} ${person}`);
  }
  return [...lines, 'Logs: .medel/logs. Stop with Ctrl-C.', ''].join('\n');
}
