import type { LocalDate } from '#domain/shared/local-date';
import type { Kronor } from '#domain/shared/money';

/** What a bank says of a payment that left: a notice of one movement, `camt.054.001.08`. */
export function bankNotice(paid: { endToEndId: string; amount: Kronor; day: LocalDate }): string {
  const { endToEndId, amount, day } = paid;
  const sum = `<Amt Ccy="SEK">${amount}.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
  <GrpHdr><MsgId>DEMO-${endToEndId.slice(-20)}</MsgId><CreDtTm>${day}T06:00:00Z</CreDtTm></GrpHdr>
  <Ntfctn><Id>DEMO</Id><Ntry>${sum}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt>
    <NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>${sum}</TxDtls></NtryDtls></Ntry></Ntfctn>
</BkToCstmrDbtCdtNtfctn></Document>
`;
}
