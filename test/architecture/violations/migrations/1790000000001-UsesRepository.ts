// breaks: medel/orm-only-in-repositories
import type { Repository } from 'typeorm';

export const rows: Repository<object>[] = [];
