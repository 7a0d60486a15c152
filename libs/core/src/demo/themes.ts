import type { Orientation, PriorityArea, TargetGroup } from '#domain/applications/application-content';

/** What a demo application is about. */
export interface Theme {
  title: string;
  summary: string;
  activity: string;
  description: string;
  priorityArea: PriorityArea;
  orientation: Orientation;
  targetGroups: TargetGroup[];
  indicator: string;
  baseline: number;
  target: number;
}

const theme = (
  title: string,
  summary: string,
  activity: string,
  description: string,
  [priorityArea, orientation]: [PriorityArea, Orientation],
  targetGroups: TargetGroup[],
  [indicator, baseline, target]: [string, number, number],
): Theme => ({
  title,
  summary,
  activity,
  description,
  priorityArea,
  orientation,
  targetGroups,
  indicator,
  baseline,
  target,
});

export const MEASURES: readonly Theme[] = [
  theme(
    'Språkstöd i öppna förskolan',
    'Öppna förskolan utökas med språkpedagoger och fler öppettider.',
    'Språkpedagoger på två förskolor',
    'Två språkpedagoger arbetar uppsökande och möter familjer som inte har barn i förskola.',
    ['education', 'reduce'],
    ['children', 'parents'],
    ['Andel barn i förskola, procent', 78, 88],
  ),
  theme(
    'Vägar till första jobbet',
    'Unga som varken arbetar eller studerar får en egen handledare.',
    'Handledare och praktikplatser',
    'Handledare matchar deltagare mot praktik hos kommunen och lokala arbetsgivare.',
    ['labourMarket', 'reduce'],
    ['youth', 'unemployed'],
    ['Deltagare i arbete eller studier efter ett år, procent', 35, 55],
  ),
  theme(
    'Tryggare kvällar',
    'Trygghetsvandringar, belysning och vuxna på plats kvällstid.',
    'Kvällsvärdar och trygghetsvandringar',
    'Boende och kommunen går igenom platserna tillsammans och åtgärder följs upp varje termin.',
    ['crime', 'counteract'],
    ['residents', 'youth'],
    ['Boende som känner sig trygga kvällstid, procent', 52, 62],
  ),
  theme(
    'Demokratiambassadörer',
    'Utbildade boende för samtal om val, medborgardialog och kommunens tjänster.',
    'Utbildning av ambassadörer',
    'Tjugo ambassadörer utbildas och håller samtal på flera språk i mötesplatser.',
    ['democracy', 'counteract'],
    ['residents', 'newArrivals'],
    ['Valdeltagande i berörda distrikt, procent', 61, 67],
  ),
  theme(
    'Hälsosamtal nära hemmet',
    'Hälsokommunikatörer möter föräldrar och äldre i bostadsområdet.',
    'Hälsokommunikatörer',
    'Samtalen hålls i bibliotek och föreningslokaler tillsammans med vårdcentralen.',
    ['health', 'reduce'],
    ['parents', 'residents'],
    ['Hälsosamtal per år, antal', 120, 400],
  ),
  theme(
    'Blandat boende i centrum',
    'Planering för fler upplåtelseformer i områden med ensidigt bestånd.',
    'Processledare för bostadsplanering',
    'En processledare samordnar markanvisning, allmännytta och boendedialog.',
    ['housing', 'counteract'],
    ['residents'],
    ['Planerade bostäder med annan upplåtelseform, antal', 0, 150],
  ),
  theme(
    'Läxhjälp och studiero',
    'Läxhjälp varje vardag och kontakt mellan skola och hem.',
    'Läxhjälp på fyra skolor',
    'Lärarstudenter och föreningar håller läxhjälp, och brobyggare möter vårdnadshavare.',
    ['education', 'reduce'],
    ['children', 'youth'],
    ['Elever behöriga till gymnasiet, procent', 74, 82],
  ),
  theme(
    'Föräldraskap i ny samhällsgemenskap',
    'Föräldragrupper på modersmål med uppföljande hembesök.',
    'Föräldragrupper',
    'Grupperna leds av utbildade kommunikatörer och följs upp efter sex månader.',
    ['health', 'counteract'],
    ['parents', 'newArrivals'],
    ['Föräldrar som fullföljer programmet, antal', 40, 160],
  ),
  theme(
    'Mötesplatsen mitt i området',
    'En gemensam lokal för föreningar, bibliotek och samhällsvägledning.',
    'Mötesplats med vägledning',
    'Lokalen bemannas av samhällsvägledare och hålls öppen av föreningar på helger.',
    ['democracy', 'reduce'],
    ['residents', 'youth'],
    ['Besök per månad, antal', 600, 1500],
  ),
  theme(
    'Kvinnor i arbete',
    'Yrkesspår med svenska på arbetsplatsen för kvinnor långt från arbetsmarknaden.',
    'Yrkesspår inom vård och kök',
    'Deltagarna växlar mellan språk, praktik och validering under tolv månader.',
    ['labourMarket', 'counteract'],
    ['newArrivals', 'unemployed'],
    ['Deltagare i arbete efter insatsen, procent', 20, 45],
  ),
];

export const MAPPINGS: readonly Theme[] = [
  theme(
    'Kartläggning av boendesegregation',
    'En lägesbild av hur boende, skola och arbete hänger ihop i våra områden.',
    'Kartläggning och analys',
    'Statistik per område samlas, tolkas med boende och leder till en prioriterad lista.',
    ['housing', 'counteract'],
    ['residents'],
    ['Områden med analyserad lägesbild, antal', 0, 6],
  ),
  theme(
    'Kartläggning av ungas livsvillkor',
    'Ungas uppväxtvillkor beskrivs område för område.',
    'Intervjuer och statistik',
    'Skolnärvaro, fritid och trygghet kartläggs tillsammans med unga.',
    ['education', 'counteract'],
    ['children', 'youth'],
    ['Intervjuade unga, antal', 0, 200],
  ),
  theme(
    'Kartläggning av vägen till arbete',
    'Vilka hinder möter den som bor här och söker arbete?',
    'Analys av hinder',
    'Kommunen, arbetsgivare och folkbildning beskriver hinder och luckor i stödet.',
    ['labourMarket', 'counteract'],
    ['unemployed', 'newArrivals'],
    ['Beskrivna hinder med ansvarig aktör, antal', 0, 12],
  ),
];
