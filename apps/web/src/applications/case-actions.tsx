import { Actions, type Act } from '../parts/actions.js';
import type { Application } from './content.js';

/** Handing in has its own place, at the end of the form. */
const ACTS: Record<string, Act> = { withdraw: { danger: true }, discard: { danger: true } };

export function CaseActions({ application: { id, actions } }: { application: Application }) {
  return <Actions subject="application" collection="applications" id={id} actions={actions} acts={ACTS} />;
}
