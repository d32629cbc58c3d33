import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ListBox } from '#renderer/ui/ListBox.tsx';
import { ListRow } from '#renderer/ui/ListRow.tsx';
import { setSingleCharacterShortcuts } from '#renderer/ui/shortcuts.ts';
import { Table } from '#renderer/ui/Table.tsx';
import { placeOfKey } from '#renderer/ui/useListKeys.ts';
import { useShortcuts } from '#renderer/ui/useShortcuts.tsx';

afterEach(() => {
  cleanup();
  setSingleCharacterShortcuts(true);
});

describe('the place a key leads to', () => {
  test.each([
    ['ArrowDown', 1, 2],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 3, 3],
    ['ArrowDown', -1, 0],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['PageDown', 0, 2],
    ['PageUp', 3, 1],
    ['ArrowRight', 0, undefined],
    ['j', 0, undefined],
  ])('%s from %i: %j', (key, index, place) => {
    expect(placeOfKey(key, { count: 4, index, page: 2 })).toBe(place);
  });

  test('a row of tabs goes round; a text field keeps Home, End and pages; an empty list has none', () => {
    const tabs = { count: 3, along: 'horizontal', wraps: true } as const;
    expect(placeOfKey('ArrowLeft', { ...tabs, index: 0 })).toBe(2);
    expect(placeOfKey('ArrowRight', { ...tabs, index: 2 })).toBe(0);
    expect(placeOfKey('ArrowDown', { ...tabs, index: 0 })).toBeUndefined();
    const field = { count: 3, index: 1, ends: false };
    expect(['Home', 'End', 'PageDown'].map((key) => placeOfKey(key, field))).toEqual([undefined, undefined, undefined]);
    expect(placeOfKey('End', { count: 0, index: -1 })).toBeUndefined();
  });
});

const OFFICES = ['Ambiente', 'Jolly', 'Lavori pubblici', 'Èdilizia', 'Letture'];
const groups = [{ id: 'all', options: OFFICES.map((id) => ({ id, content: <ListRow title={id} /> })) }];

interface ListProps {
  readonly multiple?: boolean;
  readonly onLetter?: () => void;
}

function Offices({ multiple = false, onLetter }: ListProps) {
  const [selected, setSelected] = useState<string | null>('Ambiente');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  useShortcuts(onLetter ? [{ keys: 'L', label: 'Legge', within: list, run: onLetter }] : []);
  return (
    <ListBox
      label="Uffici"
      ref={list}
      groups={groups}
      selected={selected}
      onSelect={setSelected}
      multiple={multiple ? { chosen, onChoose: setChosen } : undefined}
    />
  );
}
const current = () => {
  const id = screen.getByRole('listbox').getAttribute('aria-activedescendant');
  return document.getElementById(id ?? '')?.textContent;
};
const chosen = () => screen.queryAllByRole('option', { selected: true }).map((option) => option.textContent);

describe('first letters', () => {
  test('go to the option that begins with them, accents aside; the same letter again goes on', async () => {
    render(<Offices />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('le');
    expect(current()).toBe('Letture');
    cleanup();
    render(<Offices />);
    await user.tab();
    await user.keyboard('l');
    expect(current()).toBe('Lavori pubblici');
    await user.keyboard('l');
    expect(current()).toBe('Letture');
    cleanup();
    render(<Offices />);
    await user.tab();
    await user.keyboard('edi');
    expect(current()).toBe('Èdilizia');
  });

  test('a space belongs to the word that is being typed, and so does a letter that leads nowhere', async () => {
    render(<Offices />);
    const user = userEvent.setup();
    const pressed = vi.fn((event: KeyboardEvent) => event.defaultPrevented);
    document.addEventListener('keydown', pressed);
    await user.tab();
    await user.keyboard('lavori px');
    document.removeEventListener('keydown', pressed);
    expect(current()).toBe('Lavori pubblici');
    expect(pressed.mock.results.slice(1).every(({ value }) => value === true)).toBe(true);
  });

  test('J and K walk, unless a word is being typed or the setting turns them off', async () => {
    render(<Offices />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('j');
    expect(current()).toBe('Jolly');
    await user.keyboard('j');
    expect(current()).toBe('Lavori pubblici');
    setSingleCharacterShortcuts(false);
    await user.keyboard('j');
    expect(current()).toBe('Jolly');
  });

  test('are left to the screen where letters are its keys, and are there again when the setting turns those off', async () => {
    const onLetter = vi.fn();
    render(<Offices onLetter={onLetter} />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('el');
    expect(current()).toBe('Ambiente');
    expect(onLetter).toHaveBeenCalledOnce();
    setSingleCharacterShortcuts(false);
    await user.keyboard('l');
    expect(current()).toBe('Lavori pubblici');
    expect(onLetter).toHaveBeenCalledOnce();
  });
});

describe('a list in which several are chosen', () => {
  test('says so; Shift takes a stretch, Ctrl single ones, by key and by pointer', async () => {
    render(<Offices multiple />);
    const user = userEvent.setup();
    expect(screen.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('true');
    await user.tab();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(chosen()).toEqual(OFFICES.slice(0, 3));
    await user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(chosen()).toEqual(OFFICES.slice(0, 2));
    await user.keyboard('{Control>}{ArrowDown}{ArrowDown} {/Control}');
    expect(chosen()).toEqual(['Ambiente', 'Jolly', 'Èdilizia']);
    await user.keyboard('{Control>}a{/Control}');
    expect(chosen()).toEqual(OFFICES);
    await user.click(screen.getByText('Jolly'));
    expect(chosen()).toEqual(['Jolly']);
    await user.keyboard('{Shift>}');
    await user.click(screen.getByText('Èdilizia'));
    await user.keyboard('{/Shift}');
    expect(chosen()).toEqual(OFFICES.slice(1, 4));
    await user.keyboard('{Control>}');
    await user.click(screen.getByText('Lavori pubblici'));
    await user.keyboard('{/Control}');
    expect(chosen()).toEqual(['Jolly', 'Èdilizia']);
    expect(current()).toBe('Lavori pubblici');
  });

  test('Ctrl and Shift choose nothing where a list has one selection', async () => {
    render(<Offices />);
    const user = userEvent.setup();
    await user.tab();
    await user.keyboard('{Control>}a{ArrowDown} {/Control}{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getByRole('listbox').hasAttribute('aria-multiselectable')).toBe(false);
    expect(chosen()).toEqual(['Jolly']);
  });

  test('a table is a grid that says so', async () => {
    function Rows() {
      const [selected, setSelected] = useState<string | null>('a');
      const [rows, setRows] = useState<ReadonlySet<string>>(new Set());
      return (
        <Table
          caption="Uffici"
          rows={['a', 'b', 'c'].map((id) => ({ id }))}
          rowId={({ id }) => id}
          columns={[{ id: 'id', header: 'Nome', rowHeader: true, cell: ({ id }) => id }]}
          selected={selected}
          onSelect={setSelected}
          multiple={{ chosen: rows, onChoose: setRows }}
        />
      );
    }
    render(<Rows />);
    const user = userEvent.setup();
    expect(screen.getByRole('grid').getAttribute('aria-multiselectable')).toBe('true');
    await user.tab();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(screen.getAllByRole('row', { selected: true }).map((row) => row.textContent)).toEqual(['a', 'b']);
    expect(document.activeElement?.textContent).toBe('b');
    await user.keyboard('c');
    expect(screen.getAllByRole('row', { selected: true }).map((row) => row.textContent)).toEqual(['c']);
  });
});
