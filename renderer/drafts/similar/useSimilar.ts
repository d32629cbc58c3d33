import { useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { useSettled } from '#renderer/ui/useSettled.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Similar } from '#shared/requests/comparison.ts';

const REST_MILLISECONDS = 300;

/** What is known of the notices that resemble a text: `found` is missing until the first answer. */
export interface SimilarSearch {
  readonly found: Similar | undefined;
  readonly problem: Problem | undefined;
}

/** Looks for notices that resemble the text, again when it rests (P21); meanwhile the last answer stays. */
export function useSimilar(id: string, text: string): SimilarSearch {
  const settled = useSettled(text, REST_MILLISECONDS);
  const { value, problem } = useAnswer('requests.similar', { id, text: settled });
  const [last, setLast] = useState(value);
  if (value && value !== last) setLast(value);
  return problem ? { found: undefined, problem } : { found: value ?? last, problem: undefined };
}
