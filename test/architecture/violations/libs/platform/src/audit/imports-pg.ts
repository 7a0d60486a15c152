// breaks: pg-only-in-database
export type { Client } from 'pg';
