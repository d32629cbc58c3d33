import { expect, test } from 'vitest';
import { publish } from '#electron/drafts/pack.ts';
import { packStore } from '#electron/drafts/packStore.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import { defaultPack, withSetting } from '#shared/drafts/style/pack.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { must, openTownDesk, sitDown } from '../../helpers/desk.ts';
import { MARTA, ORNELLA } from '../../helpers/town.ts';

const TEXT = 'Vi aspettiamo!!';
const rulesFound = (pack: typeof defaultPack): readonly string[] =>
  checkDraft(TEXT, pack, checkContextOf(valdombra, '2026-03-03')).map(({ rule, severity }) => `${rule} ${severity}`);

test('the head publishes the rules; the next text is checked with them, and who and when is on record (P23)', () => {
  const opened = openTownDesk();
  const pack = packStore(opened.database);
  expect(pack()).toEqual(defaultPack);
  expect(rulesFound(pack())).toContain('T04 avviso');

  const changed = withSetting(pack(), 'T04', { on: true, severity: 'errore' });
  sitDown(opened, MARTA);
  expect(publish(opened.desk, pack, changed)).toMatchObject({ ok: false, error: { code: 'not-your-role' } });
  expect(pack()).toEqual(defaultPack);

  sitDown(opened, ORNELLA);
  expect(must(publish(opened.desk, pack, changed))).toEqual({ version: defaultPack.version + 1 });
  expect(pack()).toMatchObject({ version: defaultPack.version + 1, author: 'Ornella Vidal', date: '2026-03-02' });
  expect(rulesFound(pack())).toContain('T04 errore');

  must(publish(opened.desk, pack, withSetting(pack(), 'T04', { on: false, severity: 'avviso' })));
  expect(rulesFound(pack()).filter((found) => found.startsWith('T04'))).toEqual([]);
});
