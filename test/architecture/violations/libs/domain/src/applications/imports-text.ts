// breaks: domain-stands-alone, medel/domain-imports-nothing
import { text } from '#text';

export const label = text;
