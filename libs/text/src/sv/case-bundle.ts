/** What a person reads who opens the auditor's bundle of a case; each text is a paragraph. */
export const caseBundle = {
  'caseBundle.title': 'GRANSKARENS PAKET: ÄRENDE {subject}',
  'caseBundle.about':
    'Paketet har allt i ärendet så som det stod {at} (UTC).\n{madeBy} beställde det. Allt är läst i ett och samma ögonblick.',
  'caseBundle.verify':
    'KONTROLLERA PAKETET\nPacka upp det, öppna en terminal i mappen och kör: node verify-audit.mjs\nProgrammet behöver bara Node 20.12 eller senare. Det säger vad som är fel och var, och slutar då med koden 1.',
  'caseBundle.parts':
    'DET HÄR FINNS I PAKETET\ncase: ärendet som JSON. Belopp är hela kronor, tider är UTC. people.json säger vems varje id är.\nsubmissions: varje inskickad ansökan och redovisning, tecken för tecken som den skrevs under.\nletters: ärendets brev, som de sändes.\nattachments, evidence och accounting: filer som mottagaren har skickat in.\naudit-trail.csv: varje händelse i ärendet, och i det som ärendet vilar på, med sina kontrollsummor.\nmanifest.json: följesedeln, med varje fils storlek och SHA-256, och vad paketet gjordes av.',
  'caseBundle.limits':
    'DET HÄR VISAR KONTROLLEN INTE\nDen som kan göra om alla filer kan också räkna om alla kontrollsummor.\nJämför därför hela paketets SHA-256 med den som Medel uppger för uttaget, eller med en som du har sparat.',
} as const;
