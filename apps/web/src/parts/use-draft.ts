import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
} from 'react-hook-form';
import { useBlocker } from 'react-router';
import { queries } from '../api/client.js';
import { DraftKeeper, type DraftSource, type DraftState } from './draft-keeper.js';
import { valueAt } from './merge-draft.js';

/** A keeper of whatever content. */
type Keeper = Pick<DraftKeeper<object>, 'flush' | 'look' | 'isUnsaved' | 'snapshot'>;

export interface Draft<Content extends FieldValues> extends DraftState<Content> {
  form: UseFormReturn<Content>;
  /** Saves what is not saved, and waits for it: before anything that the draft must be whole for. */
  flush: () => Promise<void>;
  /** Whether everything is saved and nobody has to choose. */
  isWhole: () => boolean;
  resolve: (path: string, choice: 'mine' | 'theirs') => void;
  /** Set while somebody wants to leave and not everything is saved. */
  leaving: { leave: () => void; stay: () => void } | undefined;
}

/** `costs[0].amount` of the API is `costs.0.amount` of a form. */
const nameOf = (path: string) => path.replace(/\[(\d+)\]/g, '.$1');

/**
 * A form whose content is kept in step with the server while it is written: see `DraftKeeper`. `source` must be the same
 * from render to render. `empty` is what the form holds until the thing has been read.
 */
export function useDraft<Content extends FieldValues>(
  source: DraftSource<Content>,
  empty: Content,
): Draft<Content> {
  const form = useForm<Content>({ defaultValues: empty as DefaultValues<Content> });
  const isMerging = useRef(false);
  const keeper = useMemo(
    () =>
      new DraftKeeper<Content>(source, (content, paths) => {
        // Only what was changed elsewhere is written into the form: the rest, and the cursor, stay.
        isMerging.current = true;
        for (const path of paths)
          form.setValue(nameOf(path) as Path<Content>, valueAt(content, path) as never);
        isMerging.current = false;
      }),
    [source, form],
  );
  const state = useSyncExternalStore(keeper.subscribe, keeper.snapshot);
  const isRead = state.content !== undefined;
  useEffect(() => {
    keeper.open();
    return () => keeper.close();
  }, [keeper]);
  useEffect(() => {
    if (!isRead) return;
    form.reset(keeper.snapshot().content);
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (!isMerging.current) keeper.change(structuredClone(values));
      },
    });
  }, [keeper, form, isRead]);
  useLeaving(keeper);
  useComingBack(keeper);
  return {
    ...state,
    form,
    flush: () => keeper.flush(),
    isWhole: () => !keeper.isUnsaved && keeper.snapshot().conflicts.length === 0,
    resolve: (path, choice) => keeper.resolve(path, choice),
    leaving: useBlockedLeaving(keeper),
  };
}

/** Closing the page: what can be sent is sent, and the browser asks where something would be lost. */
function useLeaving(keeper: Keeper): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      void keeper.flush();
      if (keeper.isUnsaved) event.preventDefault();
    };
    const onHidden = () => void (document.visibilityState === 'hidden' ? keeper.flush() : keeper.look());
    const onLeft = () => void keeper.flush();
    addEventListener('beforeunload', ask);
    addEventListener('pagehide', onLeft);
    document.addEventListener('visibilitychange', onHidden);
    document.addEventListener('focusout', onLeft);
    return () => {
      removeEventListener('beforeunload', ask);
      removeEventListener('pagehide', onLeft);
      document.removeEventListener('visibilitychange', onHidden);
      document.removeEventListener('focusout', onLeft);
    };
  }, [keeper]);
}

/** The network is back, or somebody has signed in again: what was held back is sent. */
function useComingBack(keeper: Keeper): void {
  const { dataUpdatedAt } = queries.useQuery('get', '/api/v1/session', {}, { enabled: false });
  useEffect(() => {
    if (keeper.snapshot().status === 'signedOut') void keeper.flush();
  }, [keeper, dataUpdatedAt]);
  useEffect(() => {
    const onOnline = () => void keeper.flush();
    addEventListener('online', onOnline);
    return () => removeEventListener('online', onOnline);
  }, [keeper]);
}

/** Going to another page: saved on the way, and asked about only where that does not succeed. */
function useBlockedLeaving(keeper: Keeper): Draft<never>['leaving'] {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      keeper.isUnsaved && currentLocation.pathname !== nextLocation.pathname,
  );
  const isTried = useRef(false);
  useEffect(() => {
    if (blocker.state !== 'blocked') isTried.current = false;
    else if (!isTried.current) {
      isTried.current = true;
      void keeper.flush().then(() => {
        if (!keeper.isUnsaved && blocker.state === 'blocked') blocker.proceed();
      });
    }
  }, [blocker, keeper]);
  // While it is being saved nobody is asked.
  const { status } = keeper.snapshot();
  if (blocker.state !== 'blocked' || status === 'saving') return undefined;
  return { leave: () => blocker.proceed(), stay: () => blocker.reset() };
}
