/** The texts of what a page is about, each fetched by those pages alone. A module has one dictionary. */
const sv = {
  admin: () => [import('./sv/web/admin.js'), import('./sv/import-rows.js'), import('./sv/remote.js')],
  apiKeys: () => [import('./sv/web/api-keys.js')],
  applications: () => [import('./sv/web/applications.js')],
  appropriations: () => [import('./sv/web/appropriations.js')],
  audit: () => [import('./sv/web/audit.js')],
  calls: () => [import('./sv/web/calls.js')],
  cases: () => [import('./sv/web/cases.js')],
  decisions: () => [import('./sv/web/decisions.js')],
  exports: () => [
    import('./sv/web/exports.js'),
    import('./sv/exports.js'),
    import('./sv/columns.js'),
    import('./sv/columns-follow-up.js'),
  ],
  guide: () => [import('./sv/web/guide.js')],
  measures: () => [import('./sv/web/measures.js'), import('./sv/measures.js')],
  payments: () => [import('./sv/web/payments.js')],
  public: () => [import('./sv/web/public.js')],
  recoveries: () => [import('./sv/web/recoveries.js')],
  reports: () => [import('./sv/web/reports.js')],
  rules: () => [import('./sv/web/rules.js')],
  secondFactor: () => [import('./sv/web/second-factor.js')],
  session: () => [import('./sv/web/session.js')],
  thinnings: () => [import('./sv/web/thinnings.js')],
};

export type Area = keyof typeof sv;

const en: Record<Area, () => Promise<object>[]> = {
  admin: () => [import('./en/web/admin.js'), import('./en/import-rows.js'), import('./en/remote.js')],
  apiKeys: () => [import('./en/web/api-keys.js')],
  applications: () => [import('./en/web/applications.js')],
  appropriations: () => [import('./en/web/appropriations.js')],
  audit: () => [import('./en/web/audit.js')],
  calls: () => [import('./en/web/calls.js')],
  cases: () => [import('./en/web/cases.js')],
  decisions: () => [import('./en/web/decisions.js')],
  exports: () => [
    import('./en/web/exports.js'),
    import('./en/exports.js'),
    import('./en/columns.js'),
    import('./en/columns-follow-up.js'),
  ],
  guide: () => [import('./en/web/guide.js')],
  measures: () => [import('./en/web/measures.js'), import('./en/measures.js')],
  payments: () => [import('./en/web/payments.js')],
  public: () => [import('./en/web/public.js')],
  recoveries: () => [import('./en/web/recoveries.js')],
  reports: () => [import('./en/web/reports.js')],
  rules: () => [import('./en/web/rules.js')],
  secondFactor: () => [import('./en/web/second-factor.js')],
  session: () => [import('./en/web/session.js')],
  thinnings: () => [import('./en/web/thinnings.js')],
};

export const areas = { sv, en };
