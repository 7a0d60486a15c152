import { isLocalDate } from '#domain/shared/local-date';
import { Invalid } from '#platform/errors';
import { and, sql, trusted, type Sql } from './sql.js';

export interface PageRequest {
  limit: number;
  cursor?: string;
  /** A name of `sorts`, with `-` before it for falling order. */
  sort?: string;
}

export interface SortKey {
  by: Sql;
  type: 'text' | 'timestamptz' | 'date' | 'bigint';
}

export interface PageQuery {
  /** One item, as a JSON object. */
  item: Sql;
  from: Sql;
  /** What is counted for `total`, where that needs fewer tables than the items do. */
  countFrom?: Sql;
  where: readonly Sql[];
  id: Sql;
  /** `uuid` unless told. */
  idType?: 'bigint';
  /** Never null: give what may be null a place with `coalesce`. */
  sorts: Record<string, SortKey>;
  defaultSort: string;
}

/** Nobody reads more, and who filters wants to see that it helps: counting them all would take longer than the page. */
const MOST_COUNTED = 1_000;
/** As a figure of the statement: of one that comes with its values, a plan that is made once takes a tenth of all there are. */
const COUNTED = trusted(String(MOST_COUNTED + 1));

/**
 * `{ items, nextCursor, total }` in one statement. The cursor is the last item's place, so that no page skips or repeats.
 * `total` is exact up to MOST_COUNTED; where there are more, `totalIsLowerBound` says so.
 */
export function pageOf(query: PageQuery, request: PageRequest): Sql {
  const sort = request.sort ?? query.defaultSort;
  const falling = sort.startsWith('-');
  const name = falling ? sort.slice(1) : sort;
  const key = Object.hasOwn(query.sorts, name) ? query.sorts[name] : undefined;
  if (!key)
    throw new Invalid([{ code: 'unknownSort', path: 'sort', data: { allowed: Object.keys(query.sorts) } }]);
  const direction = falling ? sql`DESC` : sql`ASC`;
  const where = and(query.where);
  const after = request.cursor ? [afterCursor(query, key, falling, request.cursor)] : [];
  // Numbered only when they are few: a window over all that match would make an item of each.
  return sql`WITH page AS MATERIALIZED (
      SELECT ${query.id} AS id, (${key.by})::text AS place, ${query.item} AS item
      FROM ${query.from} WHERE ${where} AND ${and(after)}
      ORDER BY ${key.by} ${direction}, ${query.id} ${direction} LIMIT ${request.limit + 1}),
    found AS MATERIALIZED (SELECT *, row_number() OVER () AS n FROM page),
    counted AS MATERIALIZED (
      SELECT count(*) AS n FROM (SELECT FROM ${query.countFrom ?? query.from} WHERE ${where} LIMIT ${COUNTED}) t)
    SELECT left(json_build_object(
      'items', coalesce((SELECT json_agg(item ORDER BY n) FROM found WHERE n <= ${request.limit}), '[]'),
      'nextCursor', (SELECT translate(encode(convert_to(json_build_array(place, id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')
        FROM found WHERE n = ${request.limit} AND EXISTS (SELECT FROM found WHERE n > ${request.limit})),
      'total', least(n, ${MOST_COUNTED}))::text, -1)
        || CASE WHEN n > ${MOST_COUNTED} THEN ', "totalIsLowerBound" : true}' ELSE '}' END AS body FROM counted`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^ ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/;

/** Only what `pageOf` itself writes: a day that does not exist would be refused by the database, not by us. */
const PLACES: Record<SortKey['type'], (place: string) => boolean> = {
  text: (place) => !place.includes('\0'),
  timestamptz: (place) =>
    place === 'infinity' || (isLocalDate(place.slice(0, 10)) && TIME.test(place.slice(10))),
  date: isLocalDate,
  bigint: (place) => /^-?\d{1,18}$/.test(place),
};

function afterCursor({ id, idType }: PageQuery, key: SortKey, falling: boolean, cursor: string): Sql {
  const invalid = new Invalid([{ code: 'invalidCursor', path: 'cursor' }]);
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw invalid;
  }
  const [place, last] = Array.isArray(decoded) ? (decoded as unknown[]) : [];
  const isPlace = typeof place === 'string' && place.isWellFormed() && PLACES[key.type](place);
  const isLast =
    idType === 'bigint' ? Number.isSafeInteger(last) : typeof last === 'string' && UUID.test(last);
  if (!isPlace || !isLast) throw invalid;
  const bound = {
    text: sql`${place}::text`,
    timestamptz: sql`${place}::timestamptz`,
    date: sql`${place}::date`,
    bigint: sql`${place}::bigint`,
  }[key.type];
  const lastId = idType === 'bigint' ? sql`${last}::bigint` : sql`${last}::uuid`;
  return falling
    ? sql`(${key.by}, ${id}) < (${bound}, ${lastId})`
    : sql`(${key.by}, ${id}) > (${bound}, ${lastId})`;
}
