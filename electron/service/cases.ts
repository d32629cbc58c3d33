import type { Desk } from '#electron/desk/desk.ts';
import type { Health } from '#electron/desk/health.ts';
import type { Sharing } from '#electron/desk/sharing.ts';
import type { OpenWord, Word } from '#electron/desk/word.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { Numbering } from '#electron/register/numbering.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { ok } from '#shared/kernel/result.ts';
import type { serviceContract } from '#shared/service/contract.ts';
import { serviceFacts } from '#shared/service/facts.ts';
import { skipBeginning, viewBeginnings } from './beginnings.ts';
import { chooseFolder } from './chooseFolder.ts';
import { confirmClock } from './clock.ts';
import { notesToRead } from './notes.ts';
import { pressureOf } from './pressure.ts';
import { shareCases } from './share.ts';
import { statusOf } from './status.ts';
import { stuckCases } from './stuck.ts';

/** What the service brings to the house; nothing is read back of what it writes. */
export const service = {
  facts: [serviceFacts],
  blobs: {},
  projections: [],
  store: () => undefined,
} satisfies Word<undefined>;

export interface ServicePorts {
  readonly stores: {
    readonly queue: QueueStore;
    readonly drafts: DraftStore;
    readonly requests: RequestStore;
    readonly register: RegisterStore;
  };
  readonly numbering: Numbering;
  readonly sharing: Sharing;
  /** The invented town: it has all it needs. */
  readonly training: boolean;
  readonly health: Health;
  /** The register that desks share at a configured path; without it this desk works alone. */
  readonly openShare: ((configured: string) => SharedLog) | undefined;
}

/** The use-cases of the desk itself (P16, P20, P41). */
export function openService(desk: Desk, ports: ServicePorts): OpenWord<typeof serviceContract> {
  const { stores, numbering, sharing, health, openShare, training } = ports;
  const share = shareCases(desk, { sharing, register: stores.register, numbering, openShare });
  const stuck = stuckCases(desk, stores, sharing.exchange);
  const beginnings = () => viewBeginnings(desk, sharing.exchange.state(), training);
  return {
    topic: 'service',
    cases: {
      'service.status': () => ok(statusOf({ desk, ...stores })),
      'service.sharing': () => ok(share.state()),
      'service.stuck': () => ok([...stuck.stuck()]),
      'service.beginnings': () => ok([...beginnings()]),
      'service.skipBeginning': (input) => skipBeginning(desk, beginnings(), input),
      'service.notes': () => ok([...notesToRead(desk, stores)]),
      'service.retry': stuck.retry,
      'service.health': () => ok(health.view()),
      'service.copyNow': health.copyNow,
      'service.confirmRestored': () => {
        health.confirmRestored();
        return ok({});
      },
      'service.chooseFolder': ({ which }) => chooseFolder(desk, which),
      'service.pressure': (input) => ok(pressureOf(desk, stores, input)),
      'service.chooseShare': share.choose,
      'service.useRegisterPath': share.useRegisterPath,
      'service.foundShare': share.found,
      'service.registerFound': share.joining.found,
      'service.joinShare': share.joining.join,
      'service.refuseShare': share.joining.refuse,
      'service.leaveShare': share.leave,
      'service.checkShare': share.check,
      'service.acceptDesk': share.accept,
      'service.seeDesk': share.see,
      'service.expelDesk': share.expel,
      'service.askAgain': share.askAgain,
      'service.confirmClock': () => confirmClock(desk, sharing.clock),
      'service.nameDesk': share.rename,
    },
  };
}
