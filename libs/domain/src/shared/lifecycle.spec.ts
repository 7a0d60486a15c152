import { describe, expect, it } from '@jest/globals';
import { defineLifecycle } from './lifecycle.js';

const door = defineLifecycle<'open' | 'shut'>('door', 'open', {
  open: { shut: 'shut', paint: 'open' },
  shut: { open: 'open' },
});

describe('defineLifecycle', () => {
  it('gives the next state, and nothing for an action that is not allowed', () => {
    expect(door.next('open', 'shut')).toBe('shut');
    expect(door.next('open', 'paint')).toBe('open');
    expect(door.next('shut', 'shut')).toBeUndefined();
  });

  it('knows no action by inheritance', () => {
    expect(door.next('open', 'toString')).toBeUndefined();
    expect(door.next('open', 'constructor')).toBeUndefined();
  });

  it('lists states, actions and edges', () => {
    expect(door.states).toEqual(['open', 'shut']);
    expect(door.actionsFrom('open')).toEqual(['shut', 'paint']);
    expect(door.edges()).toContainEqual({ from: 'shut', action: 'open', to: 'open' });
    expect(door.edges()).toHaveLength(3);
  });

  it('draws itself', () =>
    expect(door.diagram()).toBe(
      'stateDiagram-v2\n  [*] --> open\n  open --> shut: shut\n  open --> open: paint\n  shut --> open: open\n',
    ));

  it('refuses a step to a state that there is not', () => {
    const transitions = { open: { shut: 'shut' as const, break: 'broken' as 'shut' }, shut: {} };
    expect(() => defineLifecycle<'open' | 'shut'>('door', 'open', transitions)).toThrow(
      /unknown state broken/,
    );
  });

  it('refuses a state that no way leads to', () => {
    const transitions = { open: { shut: 'shut' as const }, shut: {}, locked: { open: 'open' as const } };
    expect(() => defineLifecycle<'open' | 'shut' | 'locked'>('door', 'open', transitions)).toThrow(
      /no way leads to the state locked/,
    );
  });
});
