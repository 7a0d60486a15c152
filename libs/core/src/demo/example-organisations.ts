import type { RecipientKind } from '#domain/regulations/rule';

/** An organisation that does not exist. Its members, where it has any, are real municipalities. */
export interface ExampleOrganisation {
  /** What the stories call it, in place of a code. */
  key: string;
  kind: RecipientKind;
  name: string;
  members: readonly string[];
}

export const EXAMPLE_ORGANISATIONS: readonly ExampleOrganisation[] = [
  {
    key: 'forbund1',
    kind: 'municipalAssociation',
    name: 'Exempelförbundet Södra (demo)',
    members: ['1256', '1260', '1273'],
  },
  {
    key: 'forbund2',
    kind: 'municipalAssociation',
    name: 'Exempelförbundet Mellersta (demo)',
    members: ['0482', '0483', '0480'],
  },
  { key: 'forening1', kind: 'nonProfit', name: 'Exempelföreningen Grannar emellan (demo)', members: [] },
  { key: 'forening2', kind: 'nonProfit', name: 'Exempelföreningen Läxhjälpen (demo)', members: [] },
  { key: 'stiftelse1', kind: 'nonProfit', name: 'Exempelstiftelsen Nya vägar (demo)', members: [] },
];
