import { failures, type Finding } from '#domain/shared/finding';
import { RuleViolated } from './domain-error.js';

/** Refuses with every finding that is not met, never the first only. */
export function refuseIf(findings: readonly Finding[]): void {
  const failed = failures(findings);
  if (failed.length > 0) throw new RuleViolated(failed);
}
