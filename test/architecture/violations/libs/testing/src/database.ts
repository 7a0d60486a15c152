import { DataSource } from 'typeorm';

export const testDatabase = new DataSource({ type: 'postgres', url: process.env['DATABASE_URL'] });
