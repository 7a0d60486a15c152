export { scan, ScanFailed, SCAN_FAULTS, type ScanFault, type Verdict } from './clamd.js';
