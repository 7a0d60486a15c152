import type { importRows as sv } from '../sv/import-rows.js';

export const importRows: Record<keyof typeof sv, string> = {
  'importRow.aboveHundredPercent': 'The value {value} is more than 100 per cent. Correct it in the file.',
  'importRow.brokenCharacters':
    "There are characters here that do not belong to the file's encoding[, {encoding}]. Save the file again as UTF-8.",
  'importRow.brokenTable':
    'The table does not describe its values in a way that can be read[; this is about the dimension {dimension}]. Fetch the file again.',
  'importRow.choiceNotFound':
    'The file has no values of {measure:measure}, which is to be read from {code}. Correct how the file is to be read, or the file.',
  'importRow.columnMissing': 'The file has no column for {column:importColumn}. Add it.',
  'importRow.columnTwice':
    'The file has more than one column for {column:importColumn}. Remove those that do not apply.',
  'importRow.damagedArchive': 'The packed file is damaged. Pack it again.',
  'importRow.dimensionMissing':
    'It is not clear which dimension of the table is {dimension:importColumn}.[ Choose one of {known|or}.]',
  'importRow.dimensionNotChosen':
    'The table is divided by {dimension}, and it is not chosen which part applies. Choose one.',
  'importRow.dimensionNotFound':
    'The table has no dimension {dimension}, which is chosen for {measure:measure}. Correct how the file is to be read.',
  'importRow.duplicateRow':
    'There is already a value for {code}, {measure:measure} and {year}, on line {firstLine}. Remove one of them.',
  'importRow.emptyFile': 'The file is empty.',
  'importRow.encryptedArchive': 'The packed file is locked with a password. Pack it without one.',
  'importRow.fileTooLarge': 'The file is too large, more than {max} bytes. Divide it.',
  'importRow.headerMissing':
    'The file does not begin with a line that names its columns. Add it, with organisation, measure, year and value.',
  'importRow.lostLeadingZero': 'The code {code} has lost its leading zero. Write {meant}.',
  'importRow.manyFilesInArchive': 'The packed file holds more than one file. Send one file at a time.',
  'importRow.measureMissing': 'The row has no measure.',
  'importRow.mixedDecimals':
    'The value {value} has another decimal mark than the values before it. Use a comma or a point in the whole file.',
  'importRow.mixedEncodings':
    'The line has another encoding[ ({found})] than the lines before it[ ({expected})]. Save the whole file as UTF-8.',
  'importRow.negativeValue': 'The value {value} is less than nothing. The measure cannot be negative.',
  'importRow.noRows': 'The file holds no values. Check that it is the right file, and send it again.',
  'importRow.notANumber':
    'The value {value} is not a number. Write a number, or two points where there is no value.',
  'importRow.notJson': 'From here the file cannot be read as JSON.[ The fault is after {offset} characters.]',
  'importRow.notTheFormat':
    'The file cannot be read in this format[; it seems to be {found}]. Say which format it has, or save it in another.',
  'importRow.notYear': 'The year {year} is not a year of four digits.',
  'importRow.nothingChosen':
    'None of the values in the file are among those to be read. Check how the file is to be read.',
  'importRow.organisationMissing': 'The row has no code of a municipality or region.',
  'importRow.pagesMissing':
    'The last page in the file says that there are more. Add the pages that are missing, in order.',
  'importRow.partOfYear':
    '{period} is a part of a year. Choose which month, quarter or half-year is to stand for the year.',
  'importRow.percentInsteadOfShare':
    'The value {value} is more than 1. The measure is a share from 0 to 1, so the value seems to be in per cent.',
  'importRow.recordTooLong': 'The line is too long to be read. Check the line breaks of the file.',
  'importRow.strayQuote': 'The line has a quotation mark in the wrong place. Write those in a text twice.',
  'importRow.thousandSeparator': 'The value {value} has thousand separators. Write the number without them.',
  'importRow.tooManyRejected':
    'Reading stopped after {max} faults. Correct them and send the file again; there may be more.',
  'importRow.truncatedFile': 'The file is cut off: its end is missing. Send it again.',
  'importRow.unclosedQuote': 'A quotation mark that opens on this line is never closed.',
  'importRow.unknownColumn': 'The column {column} is unknown. Remove it, or correct its name.',
  'importRow.unknownMeasure':
    'The measure {code} does not exist in Medel, and it is not chosen which measure it is to be.',
  'importRow.unknownOrganisation': 'There is no municipality or region with the code {code}.',
  'importRow.unknownPacking':
    'The file is packed in a way that cannot be read. Pack it as ordinary zip or gzip.',
  'importRow.unknownQuality': 'The quality {quality} does not exist. Write official, computed or proxy.',
  'importRow.unpacksTooLarge':
    'The file grows more than {max} times when unpacked, and is therefore not read.',
  'importRow.valuesBeforeDimensions':
    'The values of the file come before what says what they are of. Fetch the file again from its source.',
  'importRow.wrongFieldCount': 'The row has {found} fields, and should have {expected}.',
  'importRow.wrongPageCount':
    'The page has {found} entries but should have {expected}. Fetch the file again.',
  'importRow.wrongValueCount':
    'The table has {found} values, and should have {expected}. Fetch the file again.',
  'importRow.wrongYear': 'The year {year} is outside the years that are loaded, {from} to {to}.',
  'importColumn.organisation': 'Code of the municipality or region',
  'importColumn.measure': 'Measure',
  'importColumn.year': 'Year',
  'importColumn.value': 'Value',
  'importColumn.quality': 'Quality',
  'importColumn.place': 'Municipality or region',
  'importColumn.time': 'Time',
};
