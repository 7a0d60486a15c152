/** Rows of a comma-separated file by the names of its header line. Fields may be quoted. */
export function parseCsv(text: string): Record<string, string>[] {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  const [header, ...rows] = lines.map(fieldsOf);
  return rows.map((fields) =>
    Object.fromEntries((header ?? []).map((name, index) => [name, fields[index] ?? ''])),
  );
}

/** With a comma before the first field too, every field begins with one. */
function fieldsOf(line: string): string[] {
  const fields = `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...fields].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}
