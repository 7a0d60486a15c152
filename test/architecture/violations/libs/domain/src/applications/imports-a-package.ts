// breaks: domain-has-no-packages, medel/domain-imports-nothing
import { v7 } from 'uuid';

export const id = v7;
