// breaks: domain-has-no-packages, medel/domain-imports-nothing
export { readFileSync } from 'node:fs';
