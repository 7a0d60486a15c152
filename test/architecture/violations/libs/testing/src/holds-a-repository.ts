// breaks: medel/orm-only-in-repositories
import type { Repository } from 'typeorm';

export const builders: Repository<object>[] = [];
