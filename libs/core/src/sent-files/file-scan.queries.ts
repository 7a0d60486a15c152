import { sql, type Sql } from '#platform/database';

/** Of the file under a key: one that was taken in while there was no scanner is `notScanned`. */
export const FILE_SCAN_STATES = ['notScanned', 'waiting', 'clean', 'infected'] as const;
export type FileScanState = (typeof FILE_SCAN_STATES)[number];

export const fileScanState = (key: Sql): Sql =>
  sql`coalesce((SELECT q.status FROM file_scans q WHERE q.file_key = ${key}), 'notScanned')`;

/** Whether nobody may have the file: not yet, or never. */
export const isInQuarantine = (key: Sql): Sql =>
  sql`EXISTS (SELECT FROM file_scans q WHERE q.file_key = ${key} AND q.status <> 'clean')`;

export const fileScanJson = (key: Sql): Sql => sql`coalesce((SELECT jsonb_build_object('status', q.status,
    'signature', q.signature, 'scannedAt', audit_time(q.scanned_at), 'triedAt', audit_time(q.tried_at))
  FROM file_scans q WHERE q.file_key = ${key}),
  '{"status": "notScanned", "signature": null, "scannedAt": null, "triedAt": null}'::jsonb)`;
