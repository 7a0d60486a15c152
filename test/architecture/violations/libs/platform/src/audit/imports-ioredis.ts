// breaks: bullmq-only-in-queue
export type { Redis } from 'ioredis';
