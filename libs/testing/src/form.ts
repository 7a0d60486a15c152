interface FormOptions {
  years: number[];
  /** Requested a year, kronor; the costs are that and the co-financing. */
  requested?: number;
  coFinancing?: number;
}

/** A complete application, as a signatory would submit it. Everything in it says demo. */
export function completeForm({ years, requested = 900_000, coFinancing = 100_000 }: FormOptions) {
  return {
    title: 'Demo: mötesplatser i området',
    summary: 'Demo: vi öppnar mötesplatser och följer upp hur de används.',
    contact: { name: 'Demo Kontakt', email: 'kontakt@medel.example', phone: '000' },
    activities: [
      {
        title: 'Demo: öppna mötesplatser',
        description: 'Demo: lokaler hålls öppna kvällar och helger.',
        priorityArea: 'democracy',
        orientation: 'reduce',
        targetGroups: ['youth', 'residents'],
        areaCodes: [],
        startsOn: `${years[0]}-01-01`,
        endsOn: `${years.at(-1)}-12-31`,
        goals: [{ indicator: 'Besök per vecka', baseline: 100, target: 250, year: years.at(-1) }],
      },
    ],
    costs: years.map((year) => ({ year, kind: 'personnel', amount: requested + coFinancing, note: 'Demo' })),
    requested: years.map((year) => ({ year, amount: requested })),
    coFinancing: years.map((year) => ({ year, source: 'own', funder: '', amount: coFinancing })),
    partners: [],
    followUp: { plan: 'Demo: besöken räknas varje vecka.', evaluator: '', continuation: 'Demo' },
    statutoryDuty: false,
  };
}

/** A complete report on such an application's year. */
export function completeReport({
  year,
  costs,
  coFinancing,
}: {
  year: number;
  costs: number;
  coFinancing: number;
}) {
  return {
    costs: [{ year, kind: 'personnel', amount: costs, note: 'Demo' }],
    coFinancing: [{ year, source: 'own', funder: '', amount: coFinancing }],
    activities: [{ status: 'completed', result: 'Demo: genomfört', reach: 120, areaCodes: [] }],
    goals: [{ indicator: 'Besök per vecka', outcome: 240 }],
    deviations: 'Demo: inga avvikelser',
    lessons: 'Demo: kvällstider fungerade bäst',
  };
}
