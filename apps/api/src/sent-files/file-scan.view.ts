import { FILE_SCAN_STATES, type FileScanState } from '#core/sent-files';
import { instant, oneOf, orNull, Shows, text } from '../http/view-fields.js';

/** Whether a file that was sent may be had. While it waits, and where it is infected, it is not handed out. */
export class FileScanView {
  /** `notScanned` where it was taken in while there was no scanner. */
  @Shows(oneOf(FILE_SCAN_STATES)) status: FileScanState;
  /** What was found, as the scanner calls it. */
  @Shows(orNull(text)) signature: string | null;
  @Shows(orNull(instant)) scannedAt: string | null;
  /** When the scanner could not say, the last time. It is asked again. */
  @Shows(orNull(instant)) triedAt: string | null;
}
