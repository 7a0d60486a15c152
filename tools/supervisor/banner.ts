import type { Settings } from '../environment.js';

const accounts = [
  ['sokande.1280', 'applicant, Malmö'],
  ['firmatecknare.1280', 'signatory, Malmö'],
  ['handlaggare', 'case officer'],
  ['beslut', 'decision maker'],
  ['ekonomi', 'finance officer'],
  ['revisor', 'auditor'],
  ['admin', 'administrator'],
];

/** What a person needs to know when everything runs. */
export function banner({ address, demo }: Settings): string {
  const lines = ['', `Medel runs at ${address}`, `The API is described at ${address}/api/docs`];
  if (demo) {
    lines.push('Demo accounts, all with the password medel-demo:');
    for (const [name, role] of accounts) lines.push(`  ${`${name}@medel.example`.padEnd(34)} ${role}`);
  }
  return [...lines, 'Logs: .medel/logs. Stop with Ctrl-C.', ''].join('\n');
}
