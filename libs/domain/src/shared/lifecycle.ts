/** Which state follows on which action. One screen per lifecycle; the database holds the same edges. */
export type Transitions<State extends string> = Record<State, Partial<Record<string, State>>>;

export interface Lifecycle<State extends string = string> {
  readonly subject: string;
  readonly initial: State;
  readonly states: readonly State[];
  /** Next state, or `undefined` where the action is not allowed. */
  next(state: State, action: string): State | undefined;
  actionsFrom(state: State): string[];
  edges(): { from: State; action: string; to: State }[];
  /** A Mermaid state diagram. */
  diagram(): string;
}

/** Refuses, when the module is loaded, a target that is not a state and a state that cannot be reached. */
export function defineLifecycle<State extends string>(
  subject: string,
  initial: State,
  transitions: Transitions<State>,
): Lifecycle<State> {
  const states = Object.keys(transitions) as State[];
  const edges = states.flatMap((from) =>
    Object.entries(transitions[from]).map(([action, to]) => ({ from, action, to: to as State })),
  );
  const unknown = edges.find((edge) => !states.includes(edge.to));
  if (unknown) throw new Error(`${subject}: ${unknown.action} leads to the unknown state ${unknown.to}`);
  const reached = new Set<State>([initial]);
  for (const state of reached) for (const edge of edges) if (edge.from === state) reached.add(edge.to);
  const unreachable = states.find((state) => !reached.has(state));
  if (unreachable) throw new Error(`${subject}: no way leads to the state ${unreachable}`);

  return {
    subject,
    initial,
    states,
    next: (state, action) =>
      Object.hasOwn(transitions[state], action) ? transitions[state][action] : undefined,
    actionsFrom: (state) => Object.keys(transitions[state]),
    edges: () => edges,
    diagram: () =>
      [
        'stateDiagram-v2',
        `  [*] --> ${initial}`,
        ...edges.map((e) => `  ${e.from} --> ${e.to}: ${e.action}`),
        '',
      ].join('\n'),
  };
}
