import type { ContentPart } from '../regulations/rule.js';

/** Something missing or wrong in an application, before it is known whether the ordinance asks for it. */
export interface Gap {
  code: string;
  part: ContentPart;
  /** As `activities[0].endsOn`. */
  path: string;
  data?: Record<string, unknown>;
}

export const isBlank = (text: string): boolean => text.trim() === '';

export const missing = (part: ContentPart, path: string): Gap => ({ code: 'partMissing', part, path });
