/** Refusals by `ErrorCode`: what it is, and what to do next. */
export const errors = {
  'error.internal.title': 'Något gick fel hos oss',
  'error.internal.detail':
    'Felet är inte ditt. Försök igen om en stund. Kommer det tillbaka, hör av dig till oss och ange ärendets begäran-id.',
  'error.invalid.title': 'Något behöver rättas',
  'error.invalid.detail': 'Se vad som gäller för varje uppgift, rätta och försök igen.',
  'error.unauthenticated.title': 'Du behöver logga in',
  'error.unauthenticated.detail':
    'Logga in och försök igen. Om inloggningen inte går igenom, kontrollera e-postadressen och lösenordet.',
  'error.unauthenticated.key.title': 'Nyckeln gäller inte',
  'error.unauthenticated.key.detail':
    'Den är återkallad, har gått ut eller är felskriven, eller så är kontot stängt. Kontrollera den, eller skapa en ny.',
  'error.forbidden.title': 'Din roll ger inte rätt att göra detta',
  'error.forbidden.detail':
    'Be en kollega som har rätt roll om hjälp, eller fråga din administratör vilka roller du har.',
  'error.secondFactorRequired.title': 'Du behöver visa att det är du',
  'error.secondFactorRequired.detail':
    'Ange en kod från din app, använd din nyckel, eller lägg till ett andra steg om du inte har något än.',
  'error.stepUpRequired.title': 'Visa en gång till att det är du',
  'error.stepUpRequired.detail':
    'Det här kräver att du nyss har angett en kod eller använt din nyckel. Gör det och försök igen.',
  'error.notFound.title': 'Det du söker finns inte här',
  'error.notFound.detail':
    'Det kan vara borttaget, eller så har du inte tillgång till det. Kontrollera adressen eller sök dig fram från startsidan.',
  'error.illegalTransition.title': 'Det går inte att göra just nu',
  'error.illegalTransition.detail':
    'Åtgärden ”{action:action.@subject}” går inte att göra när {subject:theSubject} har status ”{status:status.@subject}”. Läs in sidan igen och se vad du kan göra nu.',
  'error.conflict.title': 'Uppgifterna krockar med något som redan finns',
  'error.conflict.detail':
    'Läs in sidan igen, kontrollera vad som redan finns och försök sedan på nytt.[ Det gäller {code} för {year}.]',
  'error.budgetExceeded.title': 'Pengarna räcker inte',
  'error.budgetExceeded.detail':
    '[Av {source:theFund} återstår {available:kr}, men beslutet behöver {requested:kr}. Det saknas {missing:kr}. ]Sänk beloppen, eller ta hjälp av en ekonomihandläggare.',
  'error.fourEyes.title': 'En annan person behöver göra detta',
  'error.fourEyes.detail':
    'Olika personer ska bereda ärendet, besluta i det och attestera utbetalningen. Du har redan gjort en av delarna. Be en kollega göra den här.',
  'error.conflictOfInterest.title': 'Det kan finnas jäv',
  'error.conflictOfInterest.detail':
    'Den som kan vara jävig får inte handlägga ärendet (16 och 17 §§ förvaltningslagen). Be en kollega ta över.',
  'error.stale.title': 'Någon annan har ändrat under tiden',
  'error.stale.detail': 'Läs in de senaste uppgifterna, gör om din ändring och spara igen.',
  'error.fileDamaged.title': 'Filen är inte längre den som gjordes',
  'error.fileDamaged.detail':
    'Filen saknas eller har ändrats efter att den gjordes, och lämnas därför inte ut. Beställ uttaget igen.',
  'error.tooLarge.title': 'Det du skickade är för stort',
  'error.tooLarge.detail': 'Skicka en mindre fil, eller dela upp innehållet och skicka det i flera delar.',
  'error.unsupportedMediaType.title': 'Formatet går inte att ta emot',
  'error.unsupportedMediaType.detail':
    'Välj en fil i något av de format som sidan anger. Uppgifter som inte är filer skickas som JSON.',
  'error.rulesNotMet.title': 'Alla villkor är inte uppfyllda',
  'error.rulesNotMet.detail': 'Läs vad varje villkor kräver, ändra det som går att ändra och försök igen.',
  'error.idempotencyKeyReused.title': 'Nyckeln är redan använd',
  'error.idempotencyKeyReused.detail':
    'Samma Idempotency-Key har använts med ett annat innehåll. Skicka det nya innehållet med en ny nyckel.',
  'error.preconditionRequired.title': 'Det framgår inte vilka uppgifter du ändrar',
  'error.preconditionRequired.detail':
    'Hämta uppgifterna igen och skicka med deras ETag i If-Match. Då skrivs ingen annans ändringar över.',
  'error.tooManyRequests.title': 'Det blev många försök på kort tid',
  'error.tooManyRequests.detail':
    'Vänta en stund[, omkring {retryAfterSeconds:minutes},] och försök sedan igen.',
  'error.unavailable.title': 'Tjänsten är upptagen just nu',
  'error.unavailable.detail':
    'Försök igen om en stund. Kontrollera sedan att det du gjorde blev sparat. Hör av dig till myndigheten om det inte fungerar.',
} as const;
