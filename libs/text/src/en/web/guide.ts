import type { guide as sv } from '../../sv/web/guide.js';

export const guide: Record<keyof typeof sv, string> = {
  'web.guide.title': 'Welcome as {role}',
  'web.guide.understood': 'I understand',
  'web.guide.applicant':
    'Under Applications you see the cases of your organisation and can begin a new application. Everything is saved while you write, and colleagues can write in the same draft. The authorised signatory submits it.',
  'web.guide.signatory':
    'You submit applications, completions and reports for your organisation. Read them through, check what is marked, and submit. You get a receipt.',
  'web.guide.caseOfficer':
    'Under Work are all cases. Filter, move between rows with j and k, and open with Enter. The case has the evidence, the checks and the next step.',
  'web.guide.decisionMaker':
    'Under Decisions the proposals wait for you, with sums per year, what they do to the appropriation and what the rules say. You approve, or return with a note.',
  'web.guide.financeOfficer':
    'Under Payments you attest, make payment files and read in the answers of the bank. What is withheld shows why.',
  'web.guide.auditor':
    'Under Exports you order follow-up reports with control sums. Under Audit you read the events of a case, verify the chain and draw samples. You can read everything and change nothing.',
  'web.guide.administrator':
    'Under Administration you load values of measures and look after users, calls and data. You decide nothing in cases.',
};
