/** What is around every page, and what is the same on all of them. */
export const frame = {
  'web.frame.skip': 'Till innehållet',
  'web.frame.menu': 'Meny',
  'web.frame.demo': 'Demo: ärendena är påhittade och inga pengar betalas ut',
  'web.frame.loading': 'Läser in',
  'web.frame.colours': 'Utseende',
  'web.frame.colours.auto': 'Som datorn',
  'web.frame.colours.light': 'Ljust',
  'web.frame.colours.dark': 'Mörkt',
  'web.frame.signOut': 'Logga ut',
  'web.frame.toStart': 'Till startsidan',
  'web.frame.pageError': 'Sidan gick inte att visa',
  'web.frame.pageErrorHelp':
    'Läs in sidan igen. Det som är sparat finns kvar. Händer det på nytt, hör av dig till oss.',
  'web.frame.reload': 'Läs in sidan igen',

  'web.signIn.title': 'Logga in',
  'web.signIn.email': 'E-postadress',
  'web.signIn.password': 'Lösenord',
  'web.signIn.demoTitle': 'Välj ett demokonto',
  'web.signIn.demoHelp': 'Personerna är påhittade. Välj den roll vars arbete du vill se.',
  'web.signIn.endedTitle': 'Du har blivit utloggad',
  'web.signIn.endedHelp': 'Logga in igen för att gå vidare. Det du har skrivit på sidan finns kvar.',

  'web.home.title': 'Start',

  'web.problem.unreachable': 'Vi når inte servern',
  'web.problem.unreachableHelp':
    'Kontrollera nätet. Det du har skrivit finns kvar på sidan, och vi försöker igen när nätet är tillbaka.',
  'web.problem.requestId': 'Begäran-id: {id}',

  'web.form.optional': 'frivilligt',
  'web.form.row': 'rad {number}',
  'web.act.cancel': 'Avbryt',
  'web.act.close': 'Stäng',
  'web.act.done': 'Klart: {action}',

  'web.rows.remove': 'Ta bort rad {number}',
  'web.people.other': 'Någon annan',
  'web.draft.reading': 'Läser in',
  'web.draft.saved': 'Sparat',
  'web.draft.savedAt': 'Sparat {at}',
  'web.draft.unsaved': 'Inte sparat än',
  'web.draft.saving': 'Sparar',
  'web.draft.offline': 'Inte sparat: vi når inte servern och försöker igen',
  'web.draft.signedOut': 'Inte sparat: logga in igen',
  'web.draft.refused': 'Allt är inte sparat: rätta det som är markerat',
  'web.draft.stopped': 'Inte sparat',
  'web.draft.conflict': 'Välj text där två har skrivit',
  'web.draft.leaveTitle': 'Allt är inte sparat',
  'web.draft.leaveHelp': 'Om du lämnar sidan nu försvinner det som inte är sparat.',
  'web.draft.stay': 'Stanna kvar',
  'web.draft.leave': 'Lämna utan att spara',
  'web.draft.conflictTitle': 'Någon annan har skrivit på samma ställe',
  'web.draft.conflictHelp':
    'Båda texterna finns kvar. Välj vilken som ska gälla. Allt annat är sammanfört och sparat.',
  'web.draft.mine': 'Din text',
  'web.draft.theirs': 'Den andras text',
  'web.draft.keep.mine': 'Behåll min',
  'web.draft.keep.theirs': 'Ta den andras',
  'web.draft.nothing': '(tomt)',

  'web.list.total': 'Antal: {total:number}',
  'web.list.atLeast': 'Fler än {total:number}',
  'web.list.empty': 'Inget att visa',
  'web.list.more': 'Visa fler',
  'web.list.all': 'Alla',
  'web.list.clear': 'Rensa sökningen',
  'web.list.columns': 'Kolumner',

  'web.chart.show': 'Visa som',
  'web.chart.picture': 'Bild',
  'web.chart.table': 'Tabell',
  'web.chart.noValue': 'Uppgift saknas',
  'web.chart.from': 'Från {value}',

  'web.keys.title': 'Tangenter',
  'web.keys.next': 'Nästa rad',
  'web.keys.previous': 'Föregående rad',
  'web.keys.open': 'Öppna raden',
  'web.keys.choose': 'Markera raden',
  'web.keys.search': 'Gå till sökfältet',
  'web.keys.help': 'Visa tangenterna',
  'web.caseSearch.searchHelp': 'Skriv diarienumret, eller något ur rubriken eller organisationens namn.',
  'web.caseSearch.noneFound': 'Inget ärende stämmer. Kontrollera numret.',
  'web.caseSearch.chooseAnother': 'Välj ett annat',

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
    'Under Uttag beställer du uppföljningar med kontrollsummor. Under Granskning läser du händelserna i ett ärende, kontrollerar kedjan och drar stickprov. Du kan läsa allt och ändra inget.',
  'web.guide.administrator':
    'Under Administration läser du in måttvärden och sköter användare, utlysningar och uppgifter. Du beslutar inte i ärenden.',

  'web.sentFile.waiting': 'Går inte att hämta förrän den är kontrollerad.',
  'web.sentFile.tried': 'Kontrollen svarade inte {at}. Medel försöker igen av sig självt.',
  'web.sentFile.infected': 'Kontrollen hittade {signature}. Ingen kan hämta filen.',
  'web.footer.title': 'Om Medel',
  'web.footer.grants': 'Beviljade bidrag',
  'web.footer.programmes': 'Stöd',
  'web.footer.verify': 'Kontrollera ett brev',
  'web.footer.accessibility': 'Tillgänglighet',
} as const;
