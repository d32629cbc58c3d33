import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { TrainingBanner } from '#renderer/people/TrainingBanner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Frame } from '#renderer/ui/Frame.tsx';

afterEach(cleanup);

function setup() {
  const on = { go: vi.fn(), command: vi.fn(), emergency: vi.fn(), person: vi.fn(), mailbox: vi.fn(), forward: vi.fn() };
  render(
    <Frame
      municipality="Comune di Valdombra"
      person="Marta Bellin, operatrice"
      onPerson={on.person}
      onCommand={on.command}
      onEmergency={on.emergency}
      sections={[
        { id: 'oggi', label: 'Oggi', icon: 'today', keys: 'Control+1' },
        {
          id: 'coda',
          label: 'Coda',
          icon: 'queue',
          keys: 'Control+4',
          badge: { count: 1, words: 'invio incerto', urgent: true },
        },
        { id: 'report', label: 'Report', icon: 'report', badge: { count: 0, words: 'da fare' } },
      ]}
      current="oggi"
      onGo={on.go}
      status={[{ id: 'mailbox', text: 'Casella letta alle 08:31', sign: 'queued', onOpen: on.mailbox }]}
      banner={<TrainingBanner municipality="Comune di Valdombra" today="2027-01-11" onLeave={() => undefined} />}
    >
      <h1>Oggi</h1>
      <Button keys="Control+Enter" onClick={on.forward}>
        Inoltra
      </Button>
    </Frame>,
  );
  return { on, user: userEvent.setup() };
}

test('the window has its landmarks, and the skip link leads to the main one', () => {
  setup();
  for (const role of ['banner', 'navigation', 'main', 'contentinfo']) expect(screen.getByRole(role)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Vai al contenuto' }).getAttribute('href')).toBe(
    `#${screen.getByRole('main').id}`,
  );
  // The day of the exercise is said: it need not be the true one (W51).
  expect(screen.getByRole('region', { name: 'Addestramento' }).textContent).toContain('lunedì 11 gennaio 2027');
});

test('the rail marks the current section and counts only what there is', () => {
  setup();
  const rail = within(screen.getByRole('navigation', { name: 'Sezioni' }));
  expect(rail.getByRole('link', { current: 'page' }).textContent).toBe('Oggi');
  expect(rail.getByRole('link', { name: 'Coda 1 invio incerto' }).querySelector('.rail-badge-urgent')).not.toBeNull();
  expect(rail.getByRole('link', { name: 'Report' }).querySelector('.rail-badge')).toBeNull();
});

test('its keys work: sections, command, emergency', async () => {
  const { on, user } = setup();
  await user.keyboard('{Control>}4k{/Control}{Control>}e{/Control}');
  expect(on.go.mock.calls).toEqual([['coda']]);
  expect([on.command.mock.calls.length, on.emergency.mock.calls.length]).toEqual([1, 1]);
});

test('its buttons work too', async () => {
  const { on, user } = setup();
  await user.click(screen.getByRole('link', { name: /Coda/ }));
  await user.click(screen.getByRole('button', { name: 'Casella letta alle 08:31' }));
  await user.click(screen.getByRole('button', { name: 'Marta Bellin, operatrice' }));
  expect(on.go.mock.calls).toEqual([['coda']]);
  expect([on.mailbox.mock.calls.length, on.person.mock.calls.length]).toEqual([1, 1]);
});

test.each(['{F1}', '?'])('%s opens the map of the keys that work on this screen', async (key) => {
  const { on, user } = setup();
  await user.keyboard(key);
  const map = within(screen.getByRole('dialog', { name: 'Tasti di questa schermata' }));
  expect(map.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'In questa schermata',
    'Ovunque',
  ]);
  const rows = map.getAllByRole('definition').map((row) => `${row.previousSibling?.textContent}: ${row.textContent}`);
  expect(rows).toEqual(
    expect.arrayContaining([
      'Ctrl Invio: Inoltra',
      'Ctrl 4: Coda',
      'Ctrl K: Cerca o scrivi un comando',
      'Maiusc F6: Riquadro precedente',
    ]),
  );
  await user.click(screen.getByRole('button', { name: 'Chiudi' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(on.forward).toHaveBeenCalledOnce();
});
