import { DEFAULT_WEIGHTS, RISK_PARTS, type RiskPart } from '#domain/samples/risk';
import type { Schemas } from '../api/client.js';

export type Sample = Schemas['SampleView'];
export type SampleItem = Schemas['SampleItem'];
export type Member = Sample['drawn'][number];

export const WEIGHTS = ['base', ...RISK_PARTS] as const;

export interface SampleValues {
  among: 'call' | 'programme';
  callId: string;
  programmeCode: string;
  year: string;
  size: string;
  seed: string;
  weights: Record<(typeof WEIGHTS)[number], string>;
  proofs: string[];
}

export const newSample = (proofs: readonly string[]): SampleValues => ({
  among: 'programme',
  callId: '',
  programmeCode: '',
  year: '',
  size: '',
  seed: '',
  weights: Object.fromEntries(
    WEIGHTS.map((name) => [name, String(DEFAULT_WEIGHTS[name])]),
  ) as SampleValues['weights'],
  proofs: [...proofs],
});

/** What is no number is sent as it was typed, for the server to say so; an empty field is left out. */
const numberOf = (value: string) => {
  const typed = value.trim();
  return typed === '' ? undefined : /^\d+$/.test(typed) ? Number(typed) : typed;
};

export function sampleBody({
  among,
  callId,
  programmeCode,
  year,
  size,
  seed,
  weights,
  proofs,
}: SampleValues): object {
  return {
    ...(among === 'call' ? { callId: callId || undefined } : { programmeCode: programmeCode || undefined }),
    year: numberOf(year),
    size: numberOf(size),
    ...(seed.trim() ? { seed: seed.trim() } : {}),
    weights: Object.fromEntries(WEIGHTS.map((name) => [name, numberOf(weights[name])])),
    proofs,
  };
}

/** The parts that made a report likelier to be drawn, the heaviest first: weight × part in thousandths. */
export function reasonsOf({ parts }: Pick<Member, 'parts'>, weights: Sample['weights']): RiskPart[] {
  const weighs = (part: RiskPart) => parts[part] * (weights[part] ?? 0);
  return RISK_PARTS.filter((part) => weighs(part) > 0).toSorted((a, b) => weighs(b) - weighs(a));
}
