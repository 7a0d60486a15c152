import { DataSource } from 'typeorm';
import { Client } from 'pg';

console.log(new Date(), process.env['DATABASE_URL'], new Client(), new DataSource({ type: 'postgres' }));
