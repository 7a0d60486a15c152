import { eligibilityFindings } from '../findings-eligibility.js';
import { moneyFindings } from '../findings-money.js';
import { paymentFindings } from '../findings-payments.js';
import { procedureFindings } from '../findings-procedure.js';
import { form } from '../form.js';
import { paymentProblems } from '../problems-payments.js';
import { problems } from '../problems.js';
import { questions } from '../questions.js';
import { reports } from '../reports.js';
import { rules } from '../rules.js';

/** What findings, problems and rules say, and what the form of an application calls its parts. */
export const aboutRules = {
  ...problems,
  ...paymentProblems,
  ...eligibilityFindings,
  ...moneyFindings,
  ...paymentFindings,
  ...procedureFindings,
  ...rules,
  ...questions,
  ...reports,
  ...form,
} as const;
