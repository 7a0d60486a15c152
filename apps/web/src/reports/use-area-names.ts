import { queries } from '../api/client.js';

/** The areas of a recipient, by their codes. One without a name is shown by its code. */
export function useAreaNames(organisation: string) {
  const { data } = queries.useQuery(
    'get',
    '/api/v1/organisations/{id}/measures',
    { params: { path: { id: organisation } } },
    { staleTime: 600_000 },
  );
  const all = data?.areas ?? [];
  const nameOf = (code: string): string => {
    const area = all.find((each) => each.code === code);
    return area ? `${area.name} (${code})` : code;
  };
  return { all, nameOf };
}
