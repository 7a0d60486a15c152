import { useText } from '../frame/language.js';
import { StatusTag } from './status-tag.js';

export interface FileScan {
  status: 'notScanned' | 'waiting' | 'clean' | 'infected';
  signature: string | null;
  triedAt: string | null;
}

interface SentFileProps {
  href: string;
  name: string;
  scan: FileScan;
}

/** A file that somebody sent: a link where it may be fetched, else why it may not; and what the virus check said. */
export function SentFile({ href, name, scan }: SentFileProps) {
  const mayBeFetched = scan.status === 'clean' || scan.status === 'notScanned';
  return (
    <>
      {mayBeFetched ? <a href={href}>{name}</a> : name} <StatusTag subject="fileScan" status={scan.status} />
      <WhyNot scan={scan} />
    </>
  );
}

function WhyNot({ scan: { status, signature, triedAt } }: { scan: FileScan }) {
  const { t, moment } = useText();
  if (status === 'infected') return <p className="quiet">{t('web.sentFile.infected', { signature })}</p>;
  if (status !== 'waiting') return null;
  const text =
    triedAt === null ? t('web.sentFile.waiting') : t('web.sentFile.tried', { at: moment(triedAt) });
  return <p className="quiet">{text}</p>;
}
