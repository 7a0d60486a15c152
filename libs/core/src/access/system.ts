import type { Actor } from '#domain/access/actor';

/** Medel itself, where the clock or the queue acts and no person does. */
export const SYSTEM: Actor = {
  userId: '00000000-0000-7000-8000-000000000000',
  personId: '00000000-0000-7000-8000-000000000000',
  roles: ['system'],
  organisationId: null,
};
