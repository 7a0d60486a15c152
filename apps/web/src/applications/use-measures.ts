import { queries } from '../api/client.js';
import type { Application } from './content.js';

/** The register begins every name so. */
export const shortName = (name: string) => name.replace(/^RegSO-/, '');

/** What is known of the recipient's municipality: measures with trend, and its areas. */
export function useMeasures({ organisation }: Pick<Application, 'organisation'>) {
  return queries.useQuery('get', '/api/v1/organisations/{id}/measures', {
    params: { path: { id: organisation.id } },
  });
}
