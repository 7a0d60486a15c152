import { defineTopic } from '#platform/outbox';

export const EXPORT_REQUESTED = defineTopic('export.requested');
