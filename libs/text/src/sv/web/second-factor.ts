export const secondFactorPages = {
  'web.secondFactor.intro':
    'Med ett andra steg räcker det inte att någon har ditt lösenord. Du anger en kod från en app i telefonen, eller använder en nyckel: datorns skärmlås, telefonen eller en säkerhetsnyckel.',
  'web.secondFactor.mustEnrol':
    'Lägg till ett andra steg innan du går vidare. Myndigheten kräver det av alla som arbetar här.',
  'web.secondFactor.mayGoOn': 'Klart. Nu kan du gå vidare.',
  'web.secondFactor.goOn': 'Gå vidare',
  'web.secondFactor.yours': 'Dina andra steg',
  'web.secondFactor.caption': 'Tillagda appar och nycklar',
  'web.secondFactor.none': 'Du har inget andra steg än. Lägg till en app eller en nyckel.',
  'web.secondFactor.name': 'Namn',
  'web.secondFactor.kind': 'Sätt',
  'web.secondFactor.kind.totp': 'App med koder',
  'web.secondFactor.kind.passkey': 'Nyckel',
  'web.secondFactor.createdAt': 'Tillagd',
  'web.secondFactor.lastUsedAt': 'Senast använd',
  'web.secondFactor.never': 'Inte använd än',
  'web.secondFactor.act': 'Åtgärd',
  'web.secondFactor.remove': 'Ta bort {name}',
  'web.secondFactor.removeHelp': 'Efter det går det inte att logga in med den.',
  'web.secondFactor.removeLast':
    'Det är ditt enda andra steg. Efter det räcker ditt lösenord för att logga in.',
  'web.secondFactor.removed': 'Borttaget',
  'web.secondFactor.fresh':
    'När du beslutar, attesterar eller skapar betalfiler frågar vi igen om det har gått mer än {minutes} minuter.',

  'web.secondFactor.addTotp': 'Lägg till en app',
  'web.secondFactor.addTotpHelp':
    'Installera en app för engångskoder i telefonen om du inte har någon. Läs av rutan med den, eller skriv in nyckeln för hand.',
  'web.secondFactor.qr': 'QR-kod att läsa av med appen',
  'web.secondFactor.secret': 'Nyckel att skriva in i appen',
  'web.secondFactor.nameHelp': 'Så att du känner igen den, till exempel Jobbtelefonen',
  'web.secondFactor.code': 'Kod från appen',
  'web.secondFactor.codeHelp': 'Sex siffror',
  'web.secondFactor.add': 'Lägg till',
  'web.secondFactor.added': 'Tillagt',
  'web.secondFactor.addPasskey': 'Lägg till en nyckel',
  'web.secondFactor.addPasskeyHelp':
    'Webbläsaren frågar efter datorns skärmlås, telefonen eller en säkerhetsnyckel.',
  'web.secondFactor.passkeyNeedsName':
    'Den här adressen är ett nummer, och då fungerar inte nycklar. Öppna Medel på {address}.',
  'web.secondFactor.passkeyStopped':
    'Det blev ingen nyckel: frågan avbröts, tog för lång tid, eller så finns nyckeln redan. Försök igen.',

  'web.secondFactor.recovery': 'Reservkoder',
  'web.secondFactor.recoveryLeft':
    'Du har {left} kvar. Använd en när du inte har telefonen eller nyckeln med dig. Varje kod går att använda en gång.',
  'web.secondFactor.recoveryRenewHelp': 'De reservkoder som du har slutar att gälla.',
  'web.secondFactor.recoveryShown': 'Spara reservkoderna nu',
  'web.secondFactor.recoveryShownHelp':
    'Skriv ut dem eller lägg dem i en lösenordshanterare. De visas inte igen.',
  'web.secondFactor.recoverySaved': 'Jag har sparat dem',

  'web.proof.title': 'Visa att det är du',
  'web.proof.help': 'Ange en kod eller använd din nyckel för att gå vidare.',
  'web.proof.again':
    'Det du ska göra kräver att du visar en gång till att det är du. Det du har skrivit finns kvar och skickas när du är klar.',
  'web.proof.code': 'Kod',
  'web.proof.codeHelp': 'Sex siffror från appen, eller en av dina reservkoder',
  'web.proof.send': 'Gå vidare',
  'web.proof.passkey': 'Använd nyckel',
  'web.proof.passkeyStopped': 'Frågan avbröts eller tog för lång tid. Försök igen, eller ange en kod.',
  'web.proof.lost':
    'Har du varken telefon, nyckel eller reservkod? Be din administratör återställa ditt andra steg.',

  'web.user.secondFactor': 'Inloggning i två steg',
  'web.user.hasSecondFactor': 'Personen har ett andra steg.',
  'web.user.noSecondFactor': 'Personen har inget andra steg.',
  'web.user.factorResetHelp':
    'För den som har förlorat både telefon, nyckel och reservkoder. Försäkra dig om vem det är. Personen loggas ut, och det nya steget läggs till vid nästa inloggning.',
  'web.user.factorResetReason': 'Skäl',
  'web.user.factorResetReasonHelp': 'Vem som bad om det, och hur du försäkrade dig om att det är rätt person',
  'web.user.factorResetDone': 'Andra steget är återställt',
} as const;
