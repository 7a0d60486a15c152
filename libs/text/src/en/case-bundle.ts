export const caseBundle = {
  'caseBundle.title': "THE AUDITOR'S BUNDLE: CASE {subject}",
  'caseBundle.about':
    'The bundle has everything of the case as it stood {at} (UTC).\nOrdered by {madeBy}. All of it was read in one moment.',
  'caseBundle.verify':
    'VERIFY THE BUNDLE\nUnpack it, open a terminal in the folder and run: node verify-audit.mjs en\nThe program needs nothing but Node 20.12 or later. It says what is wrong and where, and then ends with code 1.',
  'caseBundle.parts':
    'WHAT IS IN THE BUNDLE\ncase: the case as JSON. Amounts are whole kronor, times are UTC. people.json says whose each id is.\nsubmissions: every application and report that was sent in, character by character as it was signed.\nletters: the letters of the case, as they were sent.\nattachments, evidence and accounting: files that the recipient has sent in.\naudit-trail.csv: every event of the case, and of what the case stands on, with its hashes.\nmanifest.json: the size and SHA-256 of every file, and what the bundle was made of.',
  'caseBundle.limits':
    'WHAT THE VERIFICATION DOES NOT SHOW\nWho can make all files anew can also compute all checksums anew.\nSo compare the SHA-256 of the whole bundle with the one that Medel tells of the export, or with one that you have kept.',
};
