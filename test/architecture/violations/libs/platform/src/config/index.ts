import type { Kronor } from '#domain/shared/money';

export const limit: Kronor = Number(process.env['LIMIT']);
