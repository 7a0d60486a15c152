import type { frame as sv } from '../../sv/web/frame.js';

export const frame: Record<keyof typeof sv, string> = {
  'web.frame.skip': 'To the content',
  'web.frame.menu': 'Menu',
  'web.frame.demo': 'Demo: the cases are invented and no money is paid',
  'web.frame.loading': 'Loading',
  'web.frame.colours': 'Appearance',
  'web.frame.colours.auto': 'As the computer',
  'web.frame.colours.light': 'Light',
  'web.frame.colours.dark': 'Dark',
  'web.frame.signOut': 'Sign out',
  'web.frame.toStart': 'To the start page',
  'web.frame.pageError': 'The page could not be shown',
  'web.frame.pageErrorHelp':
    'Load the page again. What is saved is still there. If it happens again, contact us.',
  'web.frame.reload': 'Load the page again',

  'web.signIn.title': 'Sign in',
  'web.signIn.email': 'E-mail address',
  'web.signIn.password': 'Password',
  'web.signIn.demoTitle': 'Choose a demo account',
  'web.signIn.demoHelp': 'The people are invented. Choose the role whose work you want to see.',
  'web.signIn.endedTitle': 'You have been signed out',
  'web.signIn.endedHelp': 'Sign in again to go on. What you have written on the page is still there.',

  'web.home.title': 'Start',

  'web.problem.unreachable': 'The server cannot be reached',
  'web.problem.unreachableHelp':
    'Check the network. What you have written is still on the page, and we try again when the network is back.',
  'web.problem.requestId': 'Request id: {id}',

  'web.form.optional': 'optional',
  'web.form.row': 'row {number}',
  'web.act.cancel': 'Cancel',
  'web.act.close': 'Close',
  'web.act.done': 'Done: {action}',

  'web.rows.remove': 'Remove row {number}',
  'web.people.other': 'Somebody else',
  'web.draft.reading': 'Reading',
  'web.draft.saved': 'Saved',
  'web.draft.savedAt': 'Saved {at}',
  'web.draft.unsaved': 'Not saved yet',
  'web.draft.saving': 'Saving',
  'web.draft.offline': 'Not saved: we cannot reach the server and are trying again',
  'web.draft.signedOut': 'Not saved: sign in again',
  'web.draft.refused': 'Not everything is saved: correct what is marked',
  'web.draft.stopped': 'Not saved',
  'web.draft.conflict': 'Choose a text where two people have written',
  'web.draft.leaveTitle': 'Not everything is saved',
  'web.draft.leaveHelp': 'If you leave the page now, what is not saved is lost.',
  'web.draft.stay': 'Stay here',
  'web.draft.leave': 'Leave without saving',
  'web.draft.conflictTitle': 'Somebody else has written in the same place',
  'web.draft.conflictHelp':
    'Both texts are still here. Choose which one is to stand. Everything else is merged and saved.',
  'web.draft.mine': 'Your text',
  'web.draft.theirs': 'The other text',
  'web.draft.keep.mine': 'Keep mine',
  'web.draft.keep.theirs': 'Take the other',
  'web.draft.nothing': '(empty)',

  'web.list.total': 'Number: {total:number}',
  'web.list.atLeast': 'More than {total:number}',
  'web.list.empty': 'Nothing to show',
  'web.list.more': 'Show more',
  'web.list.all': 'All',
  'web.list.clear': 'Clear the search',
  'web.list.columns': 'Columns',

  'web.chart.show': 'Show as',
  'web.chart.picture': 'Picture',
  'web.chart.table': 'Table',
  'web.chart.noValue': 'No value',
  'web.chart.from': 'From {value}',

  'web.keys.title': 'Keys',
  'web.keys.next': 'Next row',
  'web.keys.previous': 'Previous row',
  'web.keys.open': 'Open the row',
  'web.keys.choose': 'Choose the row',
  'web.keys.search': 'Go to the search',
  'web.keys.help': 'Show the keys',
  'web.caseSearch.searchHelp':
    'Type the registry number, or something of the title or the organisation’s name.',
  'web.caseSearch.noneFound': 'No case matches. Check the number.',
  'web.caseSearch.chooseAnother': 'Choose another',

  'web.guide.title': 'Welcome as {role}',
  'web.guide.understood': 'I understand',
  'web.guide.applicant':
    'Under Applications you see the cases of your organisation and can begin a new application. Everything is saved while you write, and colleagues can write in the same draft. The authorised signatory submits it.',
  'web.guide.signatory':
    'You submit applications, completions and reports for your organisation. Read them through, check what is marked, and submit. You get a receipt.',
  'web.guide.caseOfficer':
    'Under Work are all cases. Filter, move between rows with j and k, and open with Enter. The case has the evidence, the checks and the next step.',
  'web.guide.decisionMaker':
    'Under Decisions the proposals wait for you, with sums per year, what they do to the appropriation and what the rules say. You approve, or return with a note.',
  'web.guide.financeOfficer':
    'Under Payments you attest, make payment files and read in the answers of the bank. What is withheld shows why.',
  'web.guide.auditor':
    'Under Exports you order follow-up reports with control sums. Under Audit you read the events of a case, verify the chain and draw samples. You can read everything and change nothing.',
  'web.guide.administrator':
    'Under Administration you load values of measures and look after users, calls and data. You decide nothing in cases.',

  'web.sentFile.waiting': 'Cannot be fetched until it is checked.',
  'web.sentFile.tried': 'The check did not answer at {at}. Medel tries again by itself.',
  'web.sentFile.infected': 'The check found {signature}. Nobody can fetch the file.',
  'web.footer.title': 'About Medel',
  'web.footer.grants': 'Awarded grants',
  'web.footer.programmes': 'Programmes',
  'web.footer.verify': 'Verify a letter',
  'web.footer.accessibility': 'Accessibility',
};
