// breaks: medel/orm-only-in-repositories
import type { EntityManager } from 'typeorm';

export const managers: EntityManager[] = [];
