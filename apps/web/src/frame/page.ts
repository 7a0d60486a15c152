import type { ComponentType } from 'react';
import type { paths } from '#api-client';
import type { Permission } from '#domain/access/permissions';
import type { Area, TextCode } from '#text/web';

/** Asks the server for a page that is still on its way; the answer waits for it there. In the page's own words, or it is asked twice. */
export interface Ask {
  /** As `queries.useQuery('get', path, init)`. */
  one: (path: keyof paths, init?: object) => void;
  /** As `useList(path, query, limit, first)`. */
  list: (
    path: keyof paths,
    query: Record<string, string | undefined>,
    limit?: number,
    first?: number,
  ) => void;
  /** As `useAll(path)`. */
  all: (path: keyof paths) => void;
}

/** Where a page is opened: `/arenden/:id` has an `id`. */
export interface Place {
  params: Readonly<Record<string, string | undefined>>;
  search: URLSearchParams;
}

/** What a query of one thing is asked with: `/api/v1/applications/{id}`. */
export const ofId = ({ id = '' }: Place['params']) => ({ params: { path: { id } } });

/** What of some filters is chosen in an address, as `useFilters` reads it. */
export const chosenIn = <Name extends string>(search: URLSearchParams, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, search.get(name) ?? undefined])) as Record<
    Name,
    string | undefined
  >;

/** One address. A page is fetched when somebody goes to it. */
export interface Page {
  path: string;
  title: TextCode;
  load: () => Promise<{ Component: ComponentType }>;
  /** What it says beside what every page may say: fetched with it. */
  texts: readonly Area[];
  /** What it is made of, asked for before its script is there. */
  begin?: (ask: Ask, place: Place) => void;
  /** What whoever opens it must be allowed to do; without one it is for anybody. */
  needs?: Permission;
  /** Its place in the menu of those who may open it; a page without one is reached from another. */
  menu?: number;
  /** Whoever may do none of this need not see it in the menu. */
  menuFor?: readonly Permission[];
}
