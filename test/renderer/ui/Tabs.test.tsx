import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DetachedWindowAPI } from 'happy-dom';
import { useState } from 'react';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { confirmed } from '#shared/kernel/evidence.ts';

afterEach(cleanup);

const TABS = [
  { id: 'open', label: 'Aperte', count: 8 },
  { id: 'waiting', label: 'In attesa', count: 2 },
  { id: 'decided', label: 'Decise', sign: confirmed({ word: 'fatto', evidence: 'Ogni riga ha il suo esito.' }) },
] as const;

function Requests() {
  const [selected, setSelected] = useState<(typeof TABS)[number]['id']>('open');
  return (
    <Tabs label="Richieste per stato" tabs={TABS} selected={selected} onSelect={setSelected}>
      contenuto {selected}
    </Tabs>
  );
}

test.each([
  ['{ArrowRight}', 'waiting'],
  ['{ArrowLeft}', 'decided'],
  ['{End}', 'decided'],
  ['{End}{ArrowRight}', 'open'],
  ['{End}{Home}', 'open'],
])('%s moves selection and focus to %s', async (keys, expected) => {
  render(<Requests />);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard(keys);
  const tab = screen.getByRole('tab', { selected: true });
  expect(document.activeElement).toBe(tab);
  expect(screen.getByRole('tabpanel').textContent).toBe(`contenuto ${expected}`);
});

test('the panel is named by its tab, and only the selected tab is a stop of Tab', async () => {
  render(<Requests />);
  expect(screen.getByRole('tabpanel', { name: /^Aperte/ }).id).toBe(
    screen.getByRole('tab', { selected: true }).getAttribute('aria-controls'),
  );
  expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
  await userEvent.setup().click(screen.getByRole('tab', { name: /Decise/ }));
  expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
});

test('a list at the side goes up and down; in a smaller window it is a field, and what was typed in the panel stays', async () => {
  const window = globalThis.window as unknown as { readonly happyDOM: DetachedWindowAPI };
  onTestFinished(() => window.happyDOM.setViewport({ width: 1366 }));
  function Settings() {
    const [selected, setSelected] = useState<(typeof TABS)[number]['id']>('open');
    return (
      <Tabs label="Impostazioni" side="Sezione" tabs={TABS} selected={selected} onSelect={setSelected}>
        <input aria-label="Nome" />
        {selected}
      </Tabs>
    );
  }
  render(<Settings />);
  const user = userEvent.setup();
  await user.tab();
  expect(screen.getByRole('tablist').getAttribute('aria-orientation')).toBe('vertical');
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: /In attesa/, selected: true }));
  await user.type(screen.getByLabelText('Nome'), 'Marta');
  act(() => window.happyDOM.setViewport({ width: 1279 }));
  expect(screen.queryByRole('tablist')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Sezione'), 'Decise');
  const panel = screen.getByRole('group', { name: 'Decise' });
  expect(panel.textContent).toBe('decided');
  expect(screen.getByLabelText<HTMLInputElement>('Nome').value).toBe('Marta');
});
