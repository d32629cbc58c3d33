import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Job } from '#shared/queue/job.ts';

/** One way a notice leaves the app by itself (P33). */
export interface Channel {
  /** Whether a delivery of this job can be tried now; nothing has left yet. */
  readonly ready: (job: Job) => Result<void, Problem>;
  /** What proves that this job was already handed over, if anything does: asked after a crash half-way. */
  readonly evidence: (job: Job) => string | undefined;
  /**
   * Hands the job over and returns the proof. On a problem nothing has left. `leaving` is called right before anybody
   * outside can see it: after a crash from there on nobody knows whether it was seen.
   */
  readonly handOver: (job: Job, leaving: () => void) => Promise<Result<string, Problem>>;
}
