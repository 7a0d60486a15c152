/** At the first visit in a role. */
export const guide = {
  'web.guide.title': 'Välkommen som {role}',
  'web.guide.understood': 'Jag förstår',
  'web.guide.applicant':
    'Under Ansökningar ser du din organisations ärenden och kan börja på en ny ansökan. Allt sparas medan du skriver, och kollegor kan skriva i samma utkast. Den som är behörig företrädare lämnar in.',
  'web.guide.signatory':
    'Du lämnar in ansökningar, kompletteringar och redovisningar för din organisation. Läs igenom, kontrollera det som är markerat och lämna in. Du får ett kvitto.',
  'web.guide.caseOfficer':
    'Under Arbete finns alla ärenden. Filtrera, gå mellan raderna med j och k, och öppna med Enter. I ärendet finns underlaget, kontrollerna och nästa steg.',
  'web.guide.decisionMaker':
    'Under Beslut väntar förslagen på dig, med belopp per år, vad de gör med anslaget och vad reglerna säger. Du beslutar eller lämnar tillbaka med en kommentar.',
  'web.guide.financeOfficer':
    'Under Utbetalningar attesterar du, skapar betalfiler och läser in bankens besked. Det som hålls inne visar varför.',
  'web.guide.auditor':
    'Under Uttag beställer du uppföljningar med avstämningssummor. Under Granskning läser du händelserna i ett ärende, kontrollerar kedjan och drar stickprov. Du kan läsa allt och ändra inget.',
  'web.guide.administrator':
    'Under Administration läser du in måttvärden och sköter användare, utlysningar och uppgifter. Du beslutar inte i ärenden.',
} as const;
