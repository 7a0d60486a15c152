import type { FastifyRequest } from 'fastify';
import type { RequestClient } from '#core/users';

export const clientOf = ({ ip, headers }: FastifyRequest): RequestClient => ({
  address: ip,
  userAgent: headers['user-agent'],
});
