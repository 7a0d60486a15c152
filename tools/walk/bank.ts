import { createHash } from 'node:crypto';

/** A row of what the bank tells: money that left (`DBIT`), or came back (`CRDT`) for a reason of ISO 20022's lists. */
export interface Movement {
  endToEndId: string;
  amount: number;
  direction: 'DBIT' | 'CRDT';
  reason?: string;
}

/** What a bank reads first of a file: how many transactions it says it has and their sum, and what is really there. */
export interface ReadOrder {
  count: number;
  controlSum: number;
  transactions: { endToEndId: string; amount: number }[];
}

/** The bank of the walk knows nothing of Medel but the file: `pain.001.001.09`, read as text. */
export function readOrder(xml: string): ReadOrder {
  const one = (name: string, text = xml) =>
    new RegExp(`<${name}[^>]*>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
  const transactions = [...xml.matchAll(/<CdtTrfTxInf>.*?<\/CdtTrfTxInf>/gs)].map(([part]) => ({
    endToEndId: one('EndToEndId', part),
    amount: Number(one('InstdAmt', part)),
  }));
  return { count: Number(one('NbOfTxs')), controlSum: Number(one('CtrlSum')), transactions };
}

/** A notice as the bank writes it: `camt.054.001.08`. Of other movements it is another message. */
export function writeNotice(today: string, movements: readonly Movement[]): string {
  const entries = movements.map(({ endToEndId, amount, direction, reason }) => {
    const sum = `<Amt Ccy="SEK">${amount}.00</Amt><CdtDbtInd>${direction}</CdtDbtInd>`;
    const why = reason ? `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>` : '';
    return `
    <Ntry>${sum}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${today}</Dt></BookgDt>
      <NtryDtls><TxDtls><Refs><EndToEndId>${endToEndId}</EndToEndId></Refs>${sum}${why}</TxDtls></NtryDtls></Ntry>`;
  });
  const id = createHash('sha256').update(entries.join('')).digest('hex').slice(0, 30);
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
  <GrpHdr><MsgId>${id}</MsgId><CreDtTm>${today}T06:00:00Z</CreDtTm></GrpHdr>
  <Ntfctn><Id>${id}</Id>${entries.join('')}
  </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>
`;
}
