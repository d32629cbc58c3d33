import { expect, test } from 'vitest';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';
import { differences } from '#shared/text/differences.ts';
import { parseWhatsapp } from '#shared/text/whatsapp.ts';
import { context } from '../shared/drafts/style/sample.ts';

const LIMIT_MILLISECONDS = 2;
const DRAFT = `*Interruzione dell’acqua in via Adige*
Si avvisa la cittadinanza che Giovedi 26 novembre, dalle ore 09:00 alle 12:30, per consentire la riparazione della condotta, verrà sospesa l’erogazione dell’acqua potabile in via Adige, via Po e piazza Roma.
Gli utenti facciano una scorta d'acqua perchè l'interruzione potrebbe continuare fino al 27/11/2026. E' possibile rivolgersi presso l'ufficio tecnico, tel. 049/5550100, oppure scrivere a tecnico@comune.valdombra.example entro e non oltre mercoledì 25 novembre.
Ci scusiamo !! ⚠️
Clicca qui: http://www.comune.valdombra.example/novita/acqua?utm_source=wa`;

test('all the rules on a draft of 600 characters', async ({ bench }) => {
  expect(DRAFT.length).toBeGreaterThan(590);
  expect(checkDraft(DRAFT, defaultPack, context).length).toBeGreaterThan(20);
  const results = await bench.compare(
    bench('rules', () => void checkDraft(DRAFT, defaultPack, context)),
    bench('preview', () => void parseWhatsapp(DRAFT)),
    bench('differences', () => void differences(DRAFT, DRAFT.split(' ').reverse().join(' '))),
    bench('floor: one pass of matchAll over the words', () => void [...DRAFT.matchAll(/\p{L}+/gu)]),
  );
  const whole = results.get('rules').latency.p50;
  const floor = results.get('floor: one pass of matchAll over the words').latency.p50;
  console.log(
    `${catalogue.length} rules on ${DRAFT.length} characters: median ${whole.toFixed(2)} ms, ${(whole / floor / catalogue.length).toFixed(2)} × one pass of matchAll per rule`,
  );
  expect(whole).toBeLessThan(LIMIT_MILLISECONDS);
});
