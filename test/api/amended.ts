import { completeReport, type Any, type Cases } from '#testing';
import { must } from './stage.js';

/** The decision that takes the place of another, decided. */
export async function amend({ officer, decider }: Cases, id: string, change: object): Promise<Any> {
  const body = { years: [], reasons: 'Demo: verksamheten ändras.', requestedBy: 'recipient', ...change };
  const { body: made } = await must(officer.post<Any>(`/decisions/${id}/amend`, { body }), 201);
  return (await must(decider.post<Any>(`/decisions/${made.id}/approve`), 200)).body;
}

/** The report with the same costs each year, kronor, handed in and approved. */
export async function settled(
  { applicant, signatory, officer }: Cases,
  id: string,
  costs: number,
  years: readonly number[],
): Promise<Any> {
  const parts = years.map((year) => completeReport({ year, costs, coFinancing: costs / 10 }));
  const content = {
    ...parts[0],
    costs: parts.flatMap((part) => part.costs),
    coFinancing: parts.flatMap((part) => part.coFinancing),
  };
  await must(applicant.edit(`/reports/${id}`, content), 200);
  await must(signatory.post(`/reports/${id}/submit`), 200);
  return (await must(officer.post<Any>(`/reports/${id}/approve`), 200)).body;
}
