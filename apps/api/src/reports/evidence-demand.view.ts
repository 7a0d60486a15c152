import { PROOFS, type Proof } from '#core/reports';
import { a, count, id, instant, many, oneOf, orNull, sha256, Shows, text } from '../http/view-fields.js';
import { FileScanView } from '../sent-files/file-scan.view.js';

export const DEMAND_STATUSES = ['requested', 'answered', 'accepted'] as const;
export type DemandStatus = (typeof DEMAND_STATUSES)[number];

class EvidenceFileView {
  @Shows(id) id: string;
  @Shows(text) fileName: string;
  @Shows(sha256) sha256: string;
  @Shows(count) size: number;
  @Shows(text) note: string;
  @Shows(id) sentBy: string;
  @Shows(instant) sentAt: string;
  @Shows(a(FileScanView)) scan: FileScanView;
}

/** Proof that is asked of a report. The report is not approved before it is accepted. */
export class EvidenceDemandView {
  @Shows(id) id: string;
  @Shows(oneOf(DEMAND_STATUSES)) status: DemandStatus;
  @Shows(id) reportId: string;
  @Shows(many(oneOf(PROOFS))) proofs: Proof[];
  @Shows(instant) requestedAt: string;
  @Shows(orNull(instant)) answeredAt: string | null;
  @Shows(orNull(instant)) reviewedAt: string | null;
  @Shows(orNull(text)) reviewNote: string | null;
  @Shows(many(EvidenceFileView)) files: EvidenceFileView[];
  @Shows(many(text)) actions: string[];
}

/** A demand wherever it is part of something else. */
export class EvidenceDemandRef {
  @Shows(id) id: string;
  @Shows(oneOf(DEMAND_STATUSES)) status: DemandStatus;
  @Shows(id) sampleId: string;
}
