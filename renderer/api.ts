import { keepPreviousData, QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import type { Bridge } from '#shared/ipc/bridge.ts';
import {
  type Input,
  isChangedBy,
  type MethodName,
  type Output,
  type Question,
  type ReplyTo,
} from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { withSameParts } from '#shared/kernel/sameParts.ts';

declare global {
  interface Window {
    /** Put there by the preload; screens use the functions of this file. */
    readonly puntosi: Bridge;
  }
}

/** Runs a use-case and answers with its result. Expected failures are problems in it. */
export async function call<Method extends MethodName>(method: Method, input: Input<Method>): Promise<ReplyTo<Method>> {
  // The core parses its output with the contract; here only the type comes back.
  return (await window.puntosi.call(method, input)) as ReplyTo<Method>;
}

/** Calls `listener` for every event until the returned function is called. */
export function onEvent(listener: (event: WindowEvent) => void): () => void {
  return window.puntosi.onEvent(listener);
}

/** The answers the screens keep: from this computer, so never stale by time, only when the core says so. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        structuralSharing: withSameParts,
      },
    },
  });
}

/** What a screen shows of a question: the answer (also while it is asked again), or the problem. */
export interface Answer<Value> {
  readonly value: Value | undefined;
  readonly problem: Problem | undefined;
  readonly loading: boolean;
}

/** Asks a use-case that only reads; asks again whenever what it reads changed. */
export function useAnswer<Method extends Question>(method: Method, input: Input<Method>): Answer<Output<Method>> {
  const { data, isPending } = useQuery({ queryKey: [method, input], queryFn: () => call(method, input) });
  return {
    value: data?.ok ? data.value : undefined,
    problem: data && !data.ok ? data.error : undefined,
    loading: isPending,
  };
}

/** An answer with the question it belongs to. */
export interface KeptAnswer<Method extends Question> extends Answer<Output<Method>> {
  readonly input: Input<Method>;
}

/** Asks as `useAnswer`; while the answer to a new question is on its way, keeps the one before, with its question. */
export function useKeptAnswer<Method extends Question>(method: Method, input: Input<Method>): KeptAnswer<Method> {
  const { data, isPending } = useQuery({
    queryKey: [method, input, 'kept'],
    queryFn: async () => ({ input, reply: await call(method, input) }),
    placeholderData: keepPreviousData,
  });
  return {
    input: data?.input ?? input,
    value: data?.reply.ok ? data.reply.value : undefined,
    problem: data && !data.reply.ok ? data.reply.error : undefined,
    loading: isPending,
  };
}

/** Asks several questions of one kind at once; the answers come in the order of `inputs`. */
export function useAnswers<Method extends Question>(
  method: Method,
  inputs: readonly Input<Method>[],
): readonly Answer<Output<Method>>[] {
  const answers = useQueries({
    queries: inputs.map((input) => ({ queryKey: [method, input], queryFn: () => call(method, input) })),
  });
  return answers.map(({ data, isPending }) => ({
    value: data?.ok ? data.value : undefined,
    problem: data && !data.ok ? data.error : undefined,
    loading: isPending,
  }));
}

/** By the queries of a window: the questions asked before what they read changed, and not answered yet. */
const outdated = new WeakMap<QueryClient, Set<string>>();

function outdatedOf(queries: QueryClient): Set<string> {
  const known = outdated.get(queries);
  if (known) return known;
  const late = new Set<string>();
  outdated.set(queries, late);
  queries.getQueryCache().subscribe((event) => {
    const { query } = event;
    const { queryHash } = query;
    if (event.type === 'removed') late.delete(queryHash);
    const isAnswered = event.type === 'updated' && ['success', 'error'].includes(event.action.type);
    if (isAnswered && late.delete(queryHash)) {
      queueMicrotask(() => void queries.invalidateQueries({ predicate: (one) => one === query }));
    }
  });
  return late;
}

/**
 * Asks again the questions of these methods. One that waits for its answer is asked once more after it, however often
 * it changed meanwhile: a busy core never has the same question twice before it.
 */
export function askAgain(queries: QueryClient, isWanted: (method: MethodName) => boolean): void {
  const late = outdatedOf(queries);
  void queries.invalidateQueries({
    predicate: ({ queryKey, queryHash, state }) => {
      if (!isWanted(queryKey[0] as MethodName)) return false;
      if (state.fetchStatus !== 'fetching') return true;
      late.add(queryHash);
      return false;
    },
  });
}

/** Asks again the questions whose answer may have changed, and every one when the core came back after a crash. */
export function useFreshAnswers(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onEvent((event) => {
        if (event.name === 'restarted') void queries.invalidateQueries();
        if (event.name !== 'changed') return;
        const { topics } = event;
        askAgain(queries, (method) => isChangedBy(method, topics));
      }),
    [queries],
  );
}

/** An act of the user: runs a use-case, and keeps its problem until the next act or until it is put away. */
export interface Act<Method extends MethodName> {
  readonly run: (input: Input<Method>) => Promise<ReplyTo<Method>>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly putAway: () => void;
}

/**
 * Asked when an act was refused with the problem `code`: whether what it needs is there by now, so that it is run once
 * more.
 */
export type ActNeed = (code: string, method: MethodName, input: unknown) => Promise<boolean>;

/** Who supplies what acts need; without it a refused act stays refused. */
export const ActNeeds = createContext<ActNeed>(async () => false);

/** Prepares an act of the user; while it runs, running it again is the caller's choice (`busy`). */
export function useAct<Method extends MethodName>(method: Method): Act<Method> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const supply = useContext(ActNeeds);
  const run = useCallback(
    async (input: Input<Method>) => {
      setBusy(true);
      const first = await call(method, input);
      const isSupplied = !first.ok && (await supply(first.error.code, method, input));
      const reply = isSupplied ? await call(method, input) : first;
      setBusy(false);
      setProblem(reply.ok ? undefined : reply.error);
      return reply;
    },
    [method, supply],
  );
  return { run, busy, problem, putAway: useCallback(() => setProblem(undefined), []) };
}
