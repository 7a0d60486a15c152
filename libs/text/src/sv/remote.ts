/** Why something could not be fetched from another agency. */
export const remote = {
  'remote.busy': 'Källan är upptagen eller har ett fel[ (svar {status})]. Försök igen senare.',
  'remote.cutOff': 'Svaret från källan avbröts. Försök igen senare.',
  'remote.notReadable': 'Svaret från källan går inte att förstå. Kontrollera adressen.',
  'remote.outsideOrigin':
    'Källan hänvisar till en annan plats än den inställda, {url}. Inget hämtades därifrån.',
  'remote.pagingLoop': 'Källans sidor tar inte slut: samma sida kommer igen. Kontakta källan.',
  'remote.refused': 'Källan tar inte emot frågan[ (svar {status})]. Kontrollera vad som efterfrågas.',
  'remote.selectionMissing': 'Välj vad som ska hämtas för {dimension}.',
  'remote.selectionUnknown': '{dimension} har inte värdet {value} i källan. Välj ett som finns.',
  'remote.timeout': 'Källan svarade inte i tid. Försök igen senare.',
  'remote.tooLarge': 'Svaret från källan är för stort, mer än {max} byte. Hämta mindre åt gången.',
  'remote.tooManyPages': 'Källan har fler än {max} sidor. Hämta mindre åt gången.',
  'remote.tooManyRedirects': 'Källan hänvisar vidare för många gånger. Kontrollera adressen.',
  'remote.unreachable': 'Källan går inte att nå. Kontrollera adressen, eller försök igen senare.',
  'remote.wrongContentType':
    'Källan svarade med ett annat slags innehåll[, {found}]. Kontrollera adressen.[ Det ska vara {expected|or}.]',
} as const;
