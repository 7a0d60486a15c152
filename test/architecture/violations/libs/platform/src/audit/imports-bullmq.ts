// breaks: bullmq-only-in-queue
export { Queue } from 'bullmq';
