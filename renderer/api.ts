import { keepPreviousData, QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { Input, Output, ReplyTo } from '#shared/ipc/contract.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { MethodName } from '#shared/ipc/methods.ts';
import type { Problem } from '#shared/kernel/problem.ts';

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

/** Asks a use-case that only reads; asks again whenever something changed. */
export function useAnswer<Method extends MethodName>(method: Method, input: Input<Method>): Answer<Output<Method>> {
  const { data, isPending } = useQuery({ queryKey: [method, input], queryFn: () => call(method, input) });
  return {
    value: data?.ok ? data.value : undefined,
    problem: data && !data.ok ? data.error : undefined,
    loading: isPending,
  };
}

/** An answer with the question it belongs to. */
export interface KeptAnswer<Method extends MethodName> extends Answer<Output<Method>> {
  readonly input: Input<Method>;
}

/** Asks as `useAnswer`; while the answer to a new question is on its way, keeps the one before, with its question. */
export function useKeptAnswer<Method extends MethodName>(method: Method, input: Input<Method>): KeptAnswer<Method> {
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
export function useAnswers<Method extends MethodName>(
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

/** Asks every question on screen again when the core says that something changed, or when it came back after a crash. */
export function useFreshAnswers(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onEvent((event) => {
        if (event.name === 'changed' || event.name === 'restarted') void queries.invalidateQueries();
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

/** Prepares an act of the user; while it runs, running it again is the caller's choice (`busy`). */
export function useAct<Method extends MethodName>(method: Method): Act<Method> {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = useCallback(
    async (input: Input<Method>) => {
      setBusy(true);
      const reply = await call(method, input);
      setBusy(false);
      setProblem(reply.ok ? undefined : reply.error);
      return reply;
    },
    [method],
  );
  return { run, busy, problem, putAway: useCallback(() => setProblem(undefined), []) };
}

/** Asking for a sending in the operational group (P31): the text is copied, WhatsApp's picker opens, a person confirms. */
export interface GroupRequest {
  /** Answers whether the text is in the clipboard. */
  readonly copy: (id: string) => Promise<boolean>;
  /** It was asked in the group; answers whether that is on record. */
  readonly confirm: (id: string) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly putAway: () => void;
}

/** In the invented town the text is copied and WhatsApp stays closed (P64). */
export function useGroupRequest(training: boolean): GroupRequest {
  const ask = useAct('queue.askGroup');
  const confirmAsked = useAct('queue.confirmAsked');
  const copyText = useAct('shell.copyText');
  const open = useAct('shell.openLink');
  return {
    copy: async (id) => {
      const reply = await ask.run({ id });
      if (!reply.ok) return false;
      const { text, picker } = reply.value;
      const copied = await copyText.run({ text });
      if (!copied.ok) return false;
      if (picker && !training) await open.run({ url: picker });
      return true;
    },
    confirm: async (id) => (await confirmAsked.run({ id })).ok,
    busy: ask.busy || confirmAsked.busy,
    problem: ask.problem ?? copyText.problem ?? open.problem ?? confirmAsked.problem,
    putAway: () => {
      for (const act of [ask, copyText, open, confirmAsked]) act.putAway();
    },
  };
}
