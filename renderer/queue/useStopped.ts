import { useAnswer } from '#renderer/api.ts';
import type { Stopped } from '#shared/queue/stop.ts';

/** Who stopped all sendings (P33); null while they leave. */
export const useStopped = (): Stopped | null => useAnswer('service.status', {}).value?.stopped ?? null;
