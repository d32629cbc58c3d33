/** The link of a notice is looked at again each time before the operational group is asked (P22, P31). */
import { describe, expect, it } from 'vitest';
import { approveAndQueue } from '#electron/queue/acts/approve.ts';
import { askGroup } from '#electron/queue/acts/group.ts';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import { codeOf, forwardedRequest, must, openTownDesk, sitDown } from '../../../helpers/desk.ts';
import { ROAD_WORKS } from '../../../helpers/facts.ts';
import { ORNELLA } from '../../../helpers/town.ts';

/** A notice approved for the group on a desk whose news site answers as `outcome` says, and how often it was asked. */
function forTheGroup() {
  const site = { outcome: 'reachable' as LinkCheck['outcome'], asked: 0 };
  const opened = openTownDesk({
    site: {
      picture: async () => null,
      check: async (link) => {
        site.asked++;
        const [outcome, checkedAt] = [site.outcome, opened.clock.now()];
        return { link, outcome, status: outcome === 'notFound' ? 404 : 200, title: null, leadsTo: null, checkedAt };
      },
    },
  });
  forwardedRequest(opened, 'r1');
  sitDown(opened, ORNELLA);
  const { hash: seen, text } = opened.drafts.get('r1')?.rewritten ?? expect.fail('no text');
  must(approveAndQueue(opened.desk, opened, { id: 'r1', seen, text, route: 'gruppo operativo' }));
  return { opened, site, ask: () => askGroup(opened.desk, opened, 'r1') };
}

describe('asking the group', () => {
  it('hands out nothing while the page is gone, and the notice stays in the queue', async () => {
    const { opened, site, ask } = forTheGroup();
    site.outcome = 'notFound';
    expect(codeOf(await ask())).toBe('link-gone');
    expect(opened.queue.get('r1')).toMatchObject({ state: 'queued', desk: null });
    site.outcome = 'reachable';
    expect(must(await ask()).text).toContain(ROAD_WORKS.text);
    expect(opened.queue.get('r1')?.state).toBe('delivering');
    expect(site.asked).toBe(2);
  });

  it('looks again when it is copied again: a page taken down meanwhile is not asked for', async () => {
    const { opened, site, ask } = forTheGroup();
    must(await ask());
    opened.clock.advance(3_600_000);
    site.outcome = 'notFound';
    expect(codeOf(await ask())).toBe('link-gone');
    expect(opened.queue.get('r1')?.state).toBe('delivering');
  });
});
