// breaks: medel/status-has-one-writer
import type { Repository } from 'typeorm';

export const decide = (rows: Repository<{ id: string; status: string }>, id: string): Promise<unknown> =>
  rows.update({ id }, { status: 'decided' });
