import { createContext, useContext } from 'react';
import type { Schemas } from '../api/client.js';
import type { Ceiling } from './financing.js';
import type { Application } from './content.js';
import type { StepName } from './steps.js';

/** What every step of the form may need to know of the case around it. */
export interface CaseOfForm {
  application: Application;
  ceiling: Ceiling;
  findings: readonly Schemas['Finding'][];
  step: StepName;
  go: (step: StepName, focusOn?: string) => void;
}

const Context = createContext<CaseOfForm | null>(null);

export const CaseProvider = Context.Provider;

export function useCase(): CaseOfForm {
  const value = useContext(Context);
  if (!value) throw new Error('outside an application');
  return value;
}
