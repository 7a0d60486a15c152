/** Why a row of a file of measures, or the file, cannot be loaded. */
export const importRows = {
  'importRow.aboveHundredPercent': 'Värdet {value} är mer än 100 procent. Rätta värdet i filen.',
  'importRow.brokenCharacters':
    'Här finns tecken som inte hör till filens teckenkodning[, {encoding}]. Spara filen på nytt som UTF-8.',
  'importRow.brokenTable':
    'Tabellen beskriver inte sina värden på ett sätt som går att läsa[; det gäller dimensionen {dimension}]. Hämta filen på nytt.',
  'importRow.choiceNotFound':
    'Filen har inga värden för {measure:measure}, som ska läsas från {code}. Rätta hur filen ska läsas, eller filen.',
  'importRow.columnMissing': 'Filen saknar en kolumn för {column:importColumn}. Lägg till den.',
  'importRow.columnTwice':
    'Filen har mer än en kolumn för {column:importColumn}. Ta bort dem som inte gäller.',
  'importRow.damagedArchive': 'Den packade filen är skadad. Packa den på nytt.',
  'importRow.dimensionMissing':
    'Det framgår inte vilken av tabellens dimensioner som är {dimension:importColumn}.[ Välj en av {known|or}.]',
  'importRow.dimensionNotChosen':
    'Tabellen är uppdelad på {dimension}, och det är inte valt vilken del som gäller. Välj en del.',
  'importRow.dimensionNotFound':
    'Tabellen har ingen dimension {dimension}, som är vald för {measure:measure}. Rätta hur filen ska läsas.',
  'importRow.duplicateRow':
    'Det finns redan ett värde för {code}, {measure:measure} och {year}, på rad {firstLine}. Ta bort ett av dem.',
  'importRow.emptyFile': 'Filen är tom.',
  'importRow.encryptedArchive': 'Den packade filen är låst med lösenord. Packa den utan lösenord.',
  'importRow.fileTooLarge': 'Filen är för stor, mer än {max} byte. Dela upp den.',
  'importRow.headerMissing':
    'Filen börjar inte med en rad som namnger kolumnerna. Lägg till den, med organisation, mått, år och värde.',
  'importRow.lostLeadingZero': 'Koden {code} har tappat sin inledande nolla. Skriv {meant}.',
  'importRow.manyFilesInArchive': 'Den packade filen innehåller mer än en fil. Skicka en fil i taget.',
  'importRow.measureMissing': 'Raden saknar mått.',
  'importRow.mixedDecimals':
    'Värdet {value} har ett annat decimaltecken än värdena före. Använd decimalkomma eller decimalpunkt i hela filen.',
  'importRow.mixedEncodings':
    'Raden har en annan teckenkodning[ ({found})] än raderna före[ ({expected})]. Spara hela filen som UTF-8.',
  'importRow.negativeValue': 'Värdet {value} är mindre än noll. Måttet kan inte vara negativt.',
  'importRow.noRows': 'Filen innehåller inga värden. Kontrollera att det är rätt fil, och skicka den igen.',
  'importRow.notANumber':
    'Värdet {value} är inte ett tal. Skriv ett tal, eller två punkter om värdet saknas.',
  'importRow.notJson': 'Härifrån går filen inte att läsa som JSON.[ Felet finns efter {offset} tecken.]',
  'importRow.notTheFormat':
    'Filen går inte att läsa i det här formatet[; den ser ut att vara {found}]. Ange det format som den har, eller spara den i ett annat.',
  'importRow.notYear': 'Årtalet {year} är inte ett år med fyra siffror.',
  'importRow.nothingChosen':
    'Inga av filens värden hör till det som ska läsas. Kontrollera hur filen ska läsas.',
  'importRow.organisationMissing': 'Raden saknar kod för kommun eller region.',
  'importRow.pagesMissing':
    'Sista sidan i filen säger att det finns fler. Lägg till sidorna som saknas, i ordning.',
  'importRow.partOfYear':
    '{period} är en del av ett år. Välj vilken månad, vilket kvartal eller vilket halvår som ska gälla för året.',
  'importRow.percentInsteadOfShare':
    'Värdet {value} är mer än 1. Måttet är en andel från 0 till 1, så värdet ser ut att vara i procent.',
  'importRow.recordTooLong': 'Raden är för lång för att läsas. Kontrollera filens radbrytningar.',
  'importRow.strayQuote': 'Raden har ett citattecken på fel plats. Skriv citattecken i en text två gånger.',
  'importRow.thousandSeparator': 'Värdet {value} har tusentalsavgränsare. Skriv talet utan dem.',
  'importRow.tooManyRejected':
    'Läsningen stannade efter {max} fel. Rätta dem och skicka filen på nytt; det kan finnas fler.',
  'importRow.truncatedFile': 'Filen är avklippt: slutet saknas. Skicka den på nytt.',
  'importRow.unclosedQuote': 'Ett citattecken som börjar på raden avslutas aldrig.',
  'importRow.unknownColumn': 'Kolumnen {column} är okänd. Ta bort den, eller rätta namnet.',
  'importRow.unknownMeasure':
    'Måttet {code} finns inte i Medel, och det är inte valt vilket mått det ska vara.',
  'importRow.unknownOrganisation': 'Det finns ingen kommun eller region med koden {code}.',
  'importRow.unknownPacking':
    'Filen är packad på ett sätt som inte går att läsa. Packa den som vanlig zip eller gzip.',
  'importRow.unknownQuality': 'Kvaliteten {quality} finns inte. Skriv official, computed eller proxy.',
  'importRow.unpacksTooLarge':
    'Filen blir mer än {max} gånger större när den packas upp, och läses därför inte.',
  'importRow.valuesBeforeDimensions':
    'Filens värden står före beskrivningen av vad de gäller. Hämta filen på nytt från källan.',
  'importRow.wrongFieldCount': 'Raden har {found} fält, men ska ha {expected}.',
  'importRow.wrongPageCount': 'Sidan har {found} poster, men ska ha {expected}. Hämta filen på nytt.',
  'importRow.wrongValueCount': 'Tabellen har {found} värden, men ska ha {expected}. Hämta filen på nytt.',
  'importRow.wrongYear': 'Årtalet {year} ligger utanför de år som läses in, {from} till {to}.',
  'importColumn.organisation': 'Kommunkod eller regionkod',
  'importColumn.measure': 'Mått',
  'importColumn.year': 'År',
  'importColumn.value': 'Värde',
  'importColumn.quality': 'Kvalitet',
  'importColumn.place': 'Kommun eller region',
  'importColumn.time': 'Tid',
} as const;
