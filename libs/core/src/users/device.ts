import Bowser from 'bowser';
import { shortened } from '#platform/limits';

/** Who asks, as far as a request tells. */
export interface RequestClient {
  address: string;
  userAgent: string | undefined;
}

/** Where a session began, as its owner knows it. */
export interface Device {
  /** `Firefox`; null where the header does not say. */
  browser: string | null;
  /** `Windows`. */
  system: string | null;
  network: string;
}

/** Browsers say who they are in less; whatever is longer was written by somebody who plays. */
const MOST = 500;

export function deviceOf({ address, userAgent = '' }: RequestClient): Device {
  const known = userAgent === '' ? undefined : Bowser.getParser(userAgent.slice(0, MOST));
  return {
    browser: known?.getBrowserName() || null,
    system: known?.getOSName() || null,
    network: shortened(address),
  };
}
