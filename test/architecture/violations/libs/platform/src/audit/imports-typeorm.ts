// breaks: typeorm-only-at-the-tables
export { In } from 'typeorm';
