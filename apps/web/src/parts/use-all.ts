import { useQuery } from '@tanstack/react-query';
import { allOf } from '../api/lists.js';

/** A list short enough to choose from, whole: organisations, colleagues, calls. */
export const useAll = <Item>(path: string, query: Record<string, unknown> = {}, enabled = true) =>
  useQuery({ ...allOf<Item>(path, query), enabled });
