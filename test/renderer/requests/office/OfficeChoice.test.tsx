import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { OfficeChoice } from '#renderer/requests/office/OfficeChoice.tsx';

afterEach(cleanup);

function Choice({ onCommit, live = false }: { onCommit: (office: string | null) => void; live?: boolean }) {
  const [office, setOffice] = useState<string | null>(null);
  return (
    <OfficeChoice
      label="Ufficio"
      value={office}
      offices={['anagrafe', 'tributi']}
      live={live}
      onCommit={(next) => {
        setOffice(next);
        onCommit(next);
      }}
    />
  );
}

test('an office that is not on the list is written in words and stays among the choices (W21)', async () => {
  const onCommit = vi.fn();
  render(<Choice onCommit={onCommit} />);
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText('Ufficio'), 'Un altro ufficio…');
  expect(document.activeElement).toBe(screen.getByLabelText('Ufficio'));
  await user.keyboard('Cimiteri{Enter}');
  expect(onCommit.mock.calls).toEqual([['Cimiteri']]);
  const select = screen.getByLabelText<HTMLSelectElement>('Ufficio');
  expect([select.tagName, select.value]).toEqual(['SELECT', 'Cimiteri']);
});

test('in a form every key counts: the button beside it does not lose what was typed', async () => {
  const onCommit = vi.fn();
  render(<Choice onCommit={onCommit} live />);
  const user = userEvent.setup();
  await user.selectOptions(screen.getByLabelText('Ufficio'), 'Un altro ufficio…');
  await user.keyboard('Cim');
  expect(onCommit).toHaveBeenLastCalledWith('Cim');
});
