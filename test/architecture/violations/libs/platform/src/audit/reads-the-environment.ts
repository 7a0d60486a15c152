// breaks: medel/env-only-in-config
export const url = process.env['DATABASE_URL'];
