// breaks: medel/no-orm-save
import type { Repository } from 'typeorm';

export const keep = (rows: Repository<object>, row: object): Promise<object> => rows.save(row);
