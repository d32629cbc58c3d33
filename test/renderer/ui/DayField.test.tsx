import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DayField, TimeField } from '#renderer/ui/index.ts';

afterEach(cleanup);

const TODAY = '2026-11-24';

function Shown({ onLeave = () => undefined }: { readonly onLeave?: (day: string) => void }) {
  const [day, setDay] = useState('2026-12-04');
  const [time, setTime] = useState('10:00');
  return (
    <>
      <DayField label="Giorno" today={TODAY} value={day} onChange={setDay} onLeave={() => onLeave(day)} />
      <TimeField label="Ora" value={time} onChange={setTime} />
      <output>{`${day} ${time}`}</output>
    </>
  );
}
const result = () => screen.getByRole('status').textContent;

describe('the field', () => {
  test('says the day in words, takes figures, and says in words what it understood', async () => {
    const onLeave = vi.fn();
    render(<Shown onLeave={onLeave} />);
    const user = userEvent.setup();
    const field = screen.getByLabelText<HTMLInputElement>('Giorno');
    expect([field.type, field.value]).toEqual(['text', 'venerdì 4 dicembre 2026']);
    await user.tab();
    await user.keyboard('05/12/2026');
    expect(screen.getByText('sabato 5 dicembre 2026')).toBeTruthy();
    expect(field.getAttribute('aria-describedby')).toBeTruthy();
    await user.tab();
    expect(field.value).toBe('sabato 5 dicembre 2026');
    expect(onLeave).toHaveBeenLastCalledWith('2026-12-05');
  });

  test('what is no day stays as typed, with what to do; nothing is taken for it', async () => {
    const onLeave = vi.fn();
    render(<Shown onLeave={onLeave} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('31/02/2026');
    await user.tab();
    const field = screen.getByLabelText<HTMLInputElement>('Giorno');
    expect(field.value).toBe('31/02/2026');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/^Non capisco questo giorno/)).toBeTruthy();
    expect(onLeave).not.toHaveBeenCalled();
  });

  test('the arrows go a day on and back', async () => {
    render(<Shown />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
    expect(result()).toBe('2026-12-05 10:00');
  });

  test('a time is of the clock of 24 hours', async () => {
    render(<Shown />);
    const user = userEvent.setup();
    const field = screen.getByLabelText<HTMLInputElement>('Ora');
    expect(field.type).toBe('text');
    await user.clear(field);
    await user.type(field, '17.30');
    await user.tab();
    expect([result(), field.value]).toEqual(['2026-12-04 17:30', '17:30']);
    await user.clear(field);
    await user.type(field, '25');
    await user.tab();
    expect(screen.getByText('Scrivi l’ora così: 9:05.')).toBeTruthy();
  });
});
