import { Client } from 'pg';
import { DataSource } from 'typeorm';

export const open = (): unknown[] => [new Client(), new DataSource({ type: 'postgres' })];
