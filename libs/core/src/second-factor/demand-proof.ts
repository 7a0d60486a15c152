import type { Permission } from '#domain/access/permissions';
import {
  checkSecondFactor,
  secondFactorState,
  type SecondFactorFacts,
  type SecondFactorMode,
  type SecondFactorState,
} from '#domain/access/second-factor';
import type { SessionUser } from '#core/users';

const factsOf = ({ organisation, hasSecondFactor, provenAt }: SessionUser): SecondFactorFacts => ({
  organisationId: organisation?.id ?? null,
  isEnrolled: hasSecondFactor,
  provenAt: provenAt === null ? null : new Date(provenAt),
});

/** Where the session stands: what it must do before it may do anything else, if anything. */
export const stateOf = (mode: SecondFactorMode, user: SessionUser): SecondFactorState =>
  secondFactorState(mode, factsOf(user));

/** What the session must prove before it may do this, as the code of the refusal; `allowed` where it need not. */
export const proofDemanded = (
  mode: SecondFactorMode,
  user: SessionUser,
  permission: Permission,
  now: Date,
): ReturnType<typeof checkSecondFactor> => checkSecondFactor(mode, factsOf(user), permission, now);
