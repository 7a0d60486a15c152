import { defineLifecycle } from '../../shared/lifecycle.js';

export type AccountingImportStatus = 'previewed' | 'adopted';

/** A file is read and shown, its mapping changed as often as it takes, and then its sums become the report's costs. */
export const accountingImportLifecycle = defineLifecycle<AccountingImportStatus>(
  'accountingImport',
  'previewed',
  {
    previewed: { remap: 'previewed', adopt: 'adopted' },
    adopted: {},
  },
);
