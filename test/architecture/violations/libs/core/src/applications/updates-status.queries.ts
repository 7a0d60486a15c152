// breaks: medel/status-has-one-writer
export const decide = (table: string): string =>
  `update ${table} set amount = 0, status = 'decided' where id = $1`;
