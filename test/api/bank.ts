import type { Any, Client, Medel } from '#testing';
import { must } from './stage.js';

/** One row of what the bank says. */
export interface Told {
  endToEndId?: string;
  /** As the bank writes it. */
  amount: string;
  currency?: string;
  direction?: 'DBIT' | 'CRDT';
  status?: string;
  reason?: string;
}

const today = new Date().toISOString().slice(0, 10);

/** A notice of money that left or came back, as a bank writes it. */
export function camt054(rows: readonly Told[], { messageId = 'CAMT-1' } = {}): string {
  const entries = rows.map(
    ({ endToEndId, amount, currency = 'SEK', direction = 'DBIT', status = 'BOOK', reason }) => `
      <Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts>
        <BookgDt><Dt>${today}</Dt></BookgDt>
        <NtryDtls><TxDtls><Refs>${endToEndId === undefined ? '' : `<EndToEndId>${endToEndId}</EndToEndId>`}</Refs>
          <Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>
          ${reason === undefined ? '' : `<RtrInf><Rsn><Cd>${reason}</Cd></Rsn></RtrInf>`}</TxDtls></NtryDtls></Ntry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>
  <GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>${today}T06:00:00Z</CreDtTm></GrpHdr>
  <Ntfctn><Id>N1</Id>${entries.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`;
}

/** A report of what the bank turned away; without rows, the whole file. */
export function pain002(
  originalMessageId: string,
  rows: readonly { endToEndId: string; status?: string; reason?: string }[],
): string {
  const told = rows.map(
    ({ endToEndId, status = 'RJCT', reason = 'AC04' }) => `
    <TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${status}</TxSts>
      <StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn><AddtlInf>Demo: kontot är avslutat</AddtlInf></StsRsnInf></TxInfAndSts>`,
  );
  const whole = '<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>FF01</Cd></Rsn></StsRsnInf>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
  <GrpHdr><MsgId>PAIN002-1</MsgId><CreDtTm>${today}T06:00:00Z</CreDtTm></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>${originalMessageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
    ${rows.length === 0 ? whole : ''}</OrgnlGrpInfAndSts>
  ${rows.length === 0 ? '' : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${originalMessageId}-1</OrgnlPmtInfId>${told.join('')}</OrgnlPmtInfAndSts>`}
</CstmrPmtStsRpt></Document>`;
}

export const XML = { 'content-type': 'application/xml' };

export const upload = (who: Client, fileId: string, body: string, headers: Record<string, string> = XML) =>
  who.post(`/payment-files/${fileId}/settlements`, { body, headers });

/** Ordered and made. */
export async function madeFile(medel: Medel, finance: Client, paymentIds: readonly string[]): Promise<Any> {
  const { body } = await must(finance.post('/payment-files', { body: { paymentIds } }), 202);
  return whenReady(medel, finance, body.id);
}

/** Waits for the worker, where there is one. */
export async function whenReady(medel: Medel, finance: Client, id: string): Promise<Any> {
  await medel.startWorker();
  for (let tries = 0; tries < 400; tries += 1) {
    const { body } = await finance.get(`/payment-files/${id}`);
    if (body.status === 'ready') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The payment file ${id} was not made`);
}

export const outcomes = ({ body }: Any) => body.rows.map(({ outcome }: Any) => outcome);
