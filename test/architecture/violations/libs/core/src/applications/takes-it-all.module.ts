// breaks: medel/orm-only-in-repositories
import * as orm from 'typeorm';

export const everything = orm;
