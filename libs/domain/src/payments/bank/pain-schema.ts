import { isLocalDate } from '../../shared/local-date.js';
import type { ElementRule } from './structure.js';

/**
 * The rules of the schema `pain.001.001.09` for the parts that are written here: every element of each sequence in its
 * order, those that are not written as `unused`. Names of types as in ISO 20022's message definition.
 */
type Content = Pick<ElementRule, 'text' | 'attributes' | 'sequence' | 'choice'>;

const one = (name: string, content: Content): ElementRule => ({ name, min: 1, max: 1, ...content });
const optional = (name: string, content: Content): ElementRule => ({ name, min: 0, max: 1, ...content });
const several = (name: string, content: Content, min = 1): ElementRule => ({
  name,
  min,
  max: Infinity,
  ...content,
});
/** An element of the schema that a file of ours does not have. */
const unused = (...names: string[]): ElementRule[] => names.map((name) => ({ name, min: 0, max: 0 }));

const text = (isRight: (text: string) => boolean): Content => ({ text: isRight });
const pattern = (expression: RegExp): Content => text((value) => expression.test(value));
const upTo = (max: number): Content => text((value) => value.length >= 1 && value.length <= max);
const code = (...codes: string[]): Content => text((value) => codes.includes(value));
const sequence = (...rules: ElementRule[]): Content => ({ sequence: rules });
const choice = (...rules: ElementRule[]): Content => ({ choice: rules });

const Max15NumericText = pattern(/^[0-9]{1,15}$/);
/** DecimalNumber: at most 18 digits, 17 of them decimals. */
const DecimalNumber = text(
  (value) => /^-?\d+(\.\d{1,17})?$/.test(value) && value.replace(/\D/g, '').length <= 18,
);
const ISODateTime = pattern(
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/,
);
const ISODate = text(isLocalDate);
const BICFIDec2014Identifier = pattern(/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/);
const IBAN2007Identifier = pattern(/^[A-Z]{2}[0-9]{2}[a-zA-Z0-9]{1,30}$/);
const ActiveOrHistoricCurrencyCode = /^[A-Z]{3}$/;

/** ActiveOrHistoricCurrencyAndAmount: at most 18 digits, 5 of them decimals, with its currency. */
const Amount: Content = {
  text: (value) => /^\d+(\.\d{1,5})?$/.test(value) && value.replace('.', '').length <= 18,
  attributes: { Ccy: (value) => ActiveOrHistoricCurrencyCode.test(value) },
};

const SchemeName = choice(one('Cd', upTo(4)), one('Prtry', upTo(35)));

const OrganisationIdentification29 = sequence(
  ...unused('AnyBIC', 'LEI'),
  several('Othr', sequence(one('Id', upTo(35)), optional('SchmeNm', SchemeName), ...unused('Issr')), 0),
);

const PartyIdentification135 = sequence(
  optional('Nm', upTo(140)),
  ...unused('PstlAdr'),
  optional('Id', choice(one('OrgId', OrganisationIdentification29))),
  ...unused('CtryOfRes', 'CtctDtls'),
);

const CashAccount38 = sequence(
  one(
    'Id',
    choice(
      one('IBAN', IBAN2007Identifier),
      one('Othr', sequence(one('Id', upTo(34)), optional('SchmeNm', SchemeName), ...unused('Issr'))),
    ),
  ),
  ...unused('Tp'),
  optional('Ccy', pattern(ActiveOrHistoricCurrencyCode)),
  ...unused('Nm', 'Prxy'),
);

const ClearingSystemMemberIdentification2 = sequence(
  optional('ClrSysId', choice(one('Cd', upTo(5)), one('Prtry', upTo(35)))),
  one('MmbId', upTo(35)),
);

const Agent = sequence(
  one(
    'FinInstnId',
    sequence(
      optional('BICFI', BICFIDec2014Identifier),
      optional('ClrSysMmbId', ClearingSystemMemberIdentification2),
      ...unused('LEI', 'Nm', 'PstlAdr', 'Othr'),
    ),
  ),
  ...unused('BrnchId'),
);

const CreditTransferTransaction34 = sequence(
  one('PmtId', sequence(optional('InstrId', upTo(35)), one('EndToEndId', upTo(35)), ...unused('UETR'))),
  ...unused('PmtTpInf'),
  one('Amt', choice(one('InstdAmt', Amount))),
  ...unused('XchgRateInf', 'ChrgBr', 'ChqInstr', 'UltmtDbtr'),
  ...unused('IntrmyAgt1', 'IntrmyAgt1Acct', 'IntrmyAgt2', 'IntrmyAgt2Acct', 'IntrmyAgt3', 'IntrmyAgt3Acct'),
  optional('CdtrAgt', Agent),
  ...unused('CdtrAgtAcct'),
  optional('Cdtr', PartyIdentification135),
  optional('CdtrAcct', CashAccount38),
  ...unused('UltmtCdtr', 'InstrForCdtrAgt', 'InstrForDbtrAgt', 'Purp', 'RgltryRptg', 'Tax', 'RltdRmtInf'),
  optional('RmtInf', sequence(several('Ustrd', upTo(140), 0), ...unused('Strd'))),
  ...unused('SplmtryData'),
);

const PaymentInstruction30 = sequence(
  one('PmtInfId', upTo(35)),
  one('PmtMtd', code('CHK', 'TRF', 'TRA')),
  ...unused('ReqdAdvcTp', 'BtchBookg'),
  optional('NbOfTxs', Max15NumericText),
  optional('CtrlSum', DecimalNumber),
  optional(
    'PmtTpInf',
    sequence(
      ...unused('InstrPrty'),
      several('SvcLvl', choice(one('Cd', upTo(4)), one('Prtry', upTo(35))), 0),
      ...unused('LclInstrm', 'CtgyPurp'),
    ),
  ),
  one('ReqdExctnDt', choice(one('Dt', ISODate), one('DtTm', ISODateTime))),
  ...unused('PoolgAdjstmntDt'),
  one('Dbtr', PartyIdentification135),
  one('DbtrAcct', CashAccount38),
  one('DbtrAgt', Agent),
  ...unused('DbtrAgtAcct', 'InstrForDbtrAgt', 'UltmtDbtr'),
  optional('ChrgBr', code('DEBT', 'CRED', 'SHAR', 'SLEV')),
  ...unused('ChrgsAcct', 'ChrgsAcctAgt'),
  several('CdtTrfTxInf', CreditTransferTransaction34),
);

const GroupHeader85 = sequence(
  one('MsgId', upTo(35)),
  one('CreDtTm', ISODateTime),
  ...unused('Authstn'),
  one('NbOfTxs', Max15NumericText),
  optional('CtrlSum', DecimalNumber),
  one('InitgPty', PartyIdentification135),
  ...unused('FwdgAgt', 'InitnSrc'),
);

export const PAIN_001_SCHEMA: ElementRule = one(
  'Document',
  sequence(
    one(
      'CstmrCdtTrfInitn',
      sequence(
        one('GrpHdr', GroupHeader85),
        several('PmtInf', PaymentInstruction30),
        ...unused('SplmtryData'),
      ),
    ),
  ),
);
