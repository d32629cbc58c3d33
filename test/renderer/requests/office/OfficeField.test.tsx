import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { OfficeField } from '#renderer/requests/office/OfficeField.tsx';

afterEach(cleanup);

test('an office is written in words; Invio confirms it, leaving it unchanged keeps nothing', async () => {
  const onCommit = vi.fn();
  render(<OfficeField label="Ufficio" value={null} onCommit={onCommit} />);
  const user = userEvent.setup();
  await user.tab();
  await user.tab();
  expect(onCommit).not.toHaveBeenCalled();
  await user.type(screen.getByLabelText('Ufficio'), ' Biblioteca {Enter}');
  expect(onCommit.mock.calls).toEqual([['Biblioteca']]);
});
