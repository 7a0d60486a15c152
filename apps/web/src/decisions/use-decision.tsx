import type { ComponentType } from 'react';
import { queries, type Schemas } from '../api/client.js';
import type { ActFormProps } from '../parts/actions.js';
import { Loaded } from '../parts/loaded.js';

export type DecisionDetail = Schemas['DecisionDetail'];

export const useDecision = (id: string, asOf?: string) =>
  queries.useQuery('get', '/api/v1/decisions/{id}', {
    params: { path: { id }, query: asOf ? { asOf } : {} },
  });

export type DecisionFormProps = ActFormProps & { decision: DecisionDetail };

/** A form of an act that needs to know the decision: read again where the page has it already, so it is there at once. */
export function withDecision(Form: ComponentType<DecisionFormProps>): ComponentType<ActFormProps> {
  return function FormOfDecision(props) {
    return (
      <Loaded query={useDecision(props.id)}>{(decision) => <Form {...props} decision={decision} />}</Loaded>
    );
  };
}
