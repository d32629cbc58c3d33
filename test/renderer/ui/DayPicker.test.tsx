import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DayField, DayPicker, Dialog, ServiceDays } from '#renderer/ui/index.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

afterEach(cleanup);

const TODAY = '2026-11-24';

function Shown({ day = '2026-12-04', onPick }: { readonly day?: string; readonly onPick: (day: string) => void }) {
  return (
    <ServiceDays value={valdombra.calendar}>
      <DayPicker label="Data richiesta" value={day} today={TODAY} onPick={onPick} />
    </ServiceDays>
  );
}
const focused = () => document.activeElement?.getAttribute('aria-label');

async function opened(day?: string) {
  const onPick = vi.fn();
  render(day === undefined ? <Shown onPick={onPick} /> : <Shown day={day} onPick={onPick} />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Calendario: Data richiesta' }));
  return { onPick, user };
}

describe('the calendar of a date field', () => {
  test('opens on the day of the field, marks it and today, and says which days are closed', async () => {
    await opened();
    expect(screen.getByRole('dialog', { name: 'Scegli il giorno: Data richiesta' })).toBeTruthy();
    expect(screen.getByRole('grid', { name: 'dicembre 2026' })).toBeTruthy();
    expect(focused()).toBe('venerdì 4 dicembre');
    expect(screen.getAllByRole('gridcell', { selected: true }).map((cell) => cell.textContent)).toEqual(['4']);
    expect(screen.getByRole('gridcell', { name: 'sabato 12 dicembre, chiuso' })).toBeTruthy();
    expect(screen.getByRole('gridcell', { name: 'martedì 8 dicembre, chiuso' })).toBeTruthy();
    expect(screen.getAllByRole('gridcell')).toHaveLength(31);
    expect(screen.getAllByRole('row')).toHaveLength(5);
  });

  test('without a day it opens on today', async () => {
    await opened('');
    expect(focused()).toBe('martedì 24 novembre, oggi');
    expect(screen.getByRole('gridcell', { name: 'martedì 24 novembre, oggi' }).getAttribute('aria-current')).toBe(
      'date',
    );
    expect(screen.queryByRole('gridcell', { selected: true })).toBeNull();
  });

  test.each([
    ['{ArrowRight}', 'sabato 5 dicembre, chiuso'],
    ['{ArrowLeft}', 'giovedì 3 dicembre'],
    ['{ArrowDown}', 'venerdì 11 dicembre'],
    ['{ArrowUp}', 'venerdì 27 novembre'],
    ['{PageDown}', 'lunedì 4 gennaio'],
    ['{PageUp}', 'mercoledì 4 novembre'],
    ['{Shift>}{PageDown}{/Shift}', 'sabato 4 dicembre, chiuso'],
    ['{Home}', 'lunedì 30 novembre'],
    ['{End}', 'domenica 6 dicembre, chiuso'],
  ])('%s leads to %s', async (keys, name) => {
    const { user } = await opened();
    await user.keyboard(keys);
    expect(focused()).toBe(name);
  });

  test('one day alone is a stop of Tab', async () => {
    await opened();
    const stops = screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0);
    expect(stops.map((cell) => cell.textContent)).toEqual(['4']);
  });

  test('Invio chooses and gives the focus back; so does a click', async () => {
    const { user, onPick } = await opened();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onPick).toHaveBeenCalledExactlyOnceWith('2026-12-11');
    expect(screen.queryByRole('grid')).toBeNull();
    expect(focused()).toBe('Calendario: Data richiesta');
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('gridcell', { name: 'mercoledì 2 dicembre' }));
    expect(onPick).toHaveBeenLastCalledWith('2026-12-02');
  });

  test('Esc leaves it, chooses nothing, and does not close the dialog it stands in', async () => {
    const [onPick, onClose] = [vi.fn(), vi.fn()];
    render(
      <Dialog title="Scrivi" onClose={onClose}>
        <DayPicker label="Giorno" value="2026-12-04" today={TODAY} onPick={onPick} />
      </Dialog>,
    );
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Calendario: Giorno' }));
    await user.keyboard('{ArrowDown}{Escape}');
    expect(screen.queryByRole('grid')).toBeNull();
    expect([onPick.mock.calls.length, onClose.mock.calls.length]).toEqual([0, 0]);
    expect(focused()).toBe('Calendario: Giorno');
  });

  test('the arrows beside the month turn it and keep the focus, and the month is announced', async () => {
    const { user } = await opened();
    await user.click(screen.getByRole('button', { name: 'Mese seguente' }));
    const month = screen.getByText('gennaio 2027');
    expect(month.getAttribute('aria-live')).toBe('polite');
    expect(focused()).toBe('Mese seguente');
    await user.click(screen.getByRole('button', { name: 'Mese precedente' }));
    expect(screen.getByText('dicembre 2026')).toBeTruthy();
  });
});

test('a day field opens it with Alt+↓, takes the day, and typing is still possible', async () => {
  function Form() {
    const [day, setDay] = useState('');
    return (
      <ServiceDays value={valdombra.calendar}>
        <DayField label="Giorno" today={TODAY} value={day} onChange={setDay} />
      </ServiceDays>
    );
  }
  render(<Form />);
  const user = userEvent.setup();
  const field = screen.getByLabelText<HTMLInputElement>('Giorno');
  await user.click(field);
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(focused()).toBe('martedì 24 novembre, oggi');
  await user.keyboard('{ArrowRight}{Enter}');
  expect(field.value).toBe('mercoledì 25 novembre 2026');
  await user.clear(field);
  await user.type(field, '12/12/2026');
  expect(screen.getByText('sabato 12 dicembre 2026, chiuso')).toBeTruthy();
});
