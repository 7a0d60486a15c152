/** What row security lets a connection see: every case, or one organisation's. */
export interface Scope {
  organisationId: string | null;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The statement that gives a transaction its scope. Sent with BEGIN in one message, so that no second round trip is
 * paid; LOCAL ends the setting with the transaction, so that a pooled connection carries nothing over.
 */
export function scopeStatement(scope: Scope): string {
  if (scope.organisationId === null) return `SET LOCAL medel.scope = 'all'`;
  if (!UUID.test(scope.organisationId)) throw new Error('An organisation id must be a UUID');
  return `SET LOCAL medel.scope = 'own'; SET LOCAL medel.organisation = '${scope.organisationId}'`;
}
