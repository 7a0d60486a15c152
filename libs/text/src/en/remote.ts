import type { remote as sv } from '../sv/remote.js';

export const remote: Record<keyof typeof sv, string> = {
  'remote.busy': 'The source is busy or has a fault[ (answer {status})]. Try again later.',
  'remote.cutOff': 'The answer of the source was cut off. Try again later.',
  'remote.notReadable': 'The answer of the source cannot be understood. Check the address.',
  'remote.outsideOrigin':
    'The source refers to another place than the configured one, {url}. Nothing was fetched from there.',
  'remote.pagingLoop': 'The pages of the source have no end: the same page comes again. Contact the source.',
  'remote.refused': 'The source does not take the question[ (answer {status})]. Check what is asked for.',
  'remote.selectionMissing': 'Choose what to fetch of {dimension}.',
  'remote.selectionUnknown': '{dimension} has no value {value} at the source. Choose one that exists.',
  'remote.timeout': 'The source did not answer in time. Try again later.',
  'remote.tooLarge': 'The answer of the source is too large, more than {max} bytes. Fetch less at a time.',
  'remote.tooManyPages': 'The source has more than {max} pages. Fetch less at a time.',
  'remote.tooManyRedirects': 'The source refers onwards too many times. Check the address.',
  'remote.unreachable': 'The source cannot be reached. Check the address, or try again later.',
  'remote.wrongContentType':
    'The source answered with another kind of content[, {found}]. Check the address.[ It should be {expected|or}.]',
};
