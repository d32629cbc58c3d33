import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { Field, TextArea } from '#renderer/ui/Field.tsx';
import { SegmentedChoice } from '#renderer/ui/SegmentedChoice.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';

afterEach(cleanup);

/** The texts `aria-describedby` points to, with the names of the signs among them. */
const description = (control: HTMLElement): readonly string[] =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id) => document.getElementById(id))
    .map((element) => element?.textContent || element?.querySelector('[aria-label]')?.getAttribute('aria-label') || '');

const WORDS = {
  label: 'Notizia sul sito',
  source: 'dalla e-mail',
  hint: 'Raggiungibile alle 09:10.',
  error: 'La notizia non si apre: chiedi all’ufficio il link giusto.',
  sign: 'todo',
  signLabel: 'da confermare',
} as const;

describe.each([
  ['Field', <Field key="f" {...WORDS} value="" onChange={() => undefined} />],
  ['TextArea', <TextArea key="t" {...WORDS} value="" onChange={() => undefined} />],
  [
    'SelectField',
    <SelectField key="s" {...WORDS} options={[]} placeholder="Scegli" value="" onChange={() => undefined} />,
  ],
])('%s', (_, field) => {
  test('has a label, and its error, hint and sign describe it', () => {
    render(field);
    const control = screen.getByLabelText('Notizia sul sito');
    expect(control.getAttribute('aria-invalid')).toBe('true');
    expect(description(control)).toEqual([WORDS.error, WORDS.hint, 'da confermare']);
    expect(screen.getByText('dalla e-mail')).toBeTruthy();
  });
});

test('a field without remarks is neither invalid nor described', () => {
  render(<Field label="Ufficio" value="" onChange={() => undefined} />);
  const control = screen.getByLabelText('Ufficio');
  expect(control.hasAttribute('aria-invalid')).toBe(false);
  expect(control.hasAttribute('aria-describedby')).toBe(false);
});

test('typing tells the whole text', async () => {
  const onChange = vi.fn();
  function Note() {
    const [value, setValue] = useState('n. ');
    const change = (next: string) => {
      onChange(next);
      setValue(next);
    };
    return <Field label="Nota" value={value} onChange={change} />;
  }
  render(<Note />);
  await userEvent.setup().type(screen.getByLabelText('Nota'), '12');
  expect(onChange.mock.calls).toEqual([['n. 1'], ['n. 12']]);
});

test('a search field keeps its label for screen readers, and its key brings the focus, once', async () => {
  function Search() {
    const [value, setValue] = useState('');
    return <Field label="Filtra" hideLabel type="search" keys="/" value={value} onChange={setValue} />;
  }
  render(<Search />);
  const user = userEvent.setup();
  await user.keyboard('/');
  const search = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Filtra' });
  expect(document.activeElement).toBe(search);
  expect(search.value).toBe('');
  expect(search.parentElement?.querySelector('kbd')?.textContent).toBe('/');
  await user.keyboard('a/b');
  expect(search.value).toBe('a/b');
  expect(search.parentElement?.querySelector('kbd')).toBeNull();
});

test('a select offers its options and an empty first one', async () => {
  const onChange = vi.fn();
  const options = [
    { value: 'eventi', label: 'Eventi' },
    { value: 'salute', label: 'Salute' },
  ];
  render(<SelectField label="Categoria" placeholder="Scegli" options={options} value="" onChange={onChange} />);
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Scegli', 'Eventi', 'Salute']);
  await userEvent.setup().selectOptions(screen.getByLabelText('Categoria'), 'Salute');
  expect(onChange.mock.calls).toEqual([['salute']]);
});

test('a segmented choice is a named group of radio buttons', async () => {
  const onChange = vi.fn();
  const options = [
    { value: 'asked', label: 'Chiesto' },
    { value: 'rewritten', label: 'Riscritto' },
  ] as const;
  render(<SegmentedChoice legend="Versione" hideLegend options={options} value="asked" onChange={onChange} />);
  expect(screen.getByRole('group', { name: 'Versione' })).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Chiesto' }).checked).toBe(true);
  await userEvent.setup().click(screen.getByText('Riscritto'));
  expect(onChange.mock.calls).toEqual([['rewritten']]);
});

test('the whole line of a checkbox is its target, its count included', async () => {
  const onChange = vi.fn();
  render(<CheckField label="Inviato" note="26" checked={false} onChange={onChange} />);
  await userEvent.setup().click(screen.getByText('26'));
  expect(onChange.mock.calls).toEqual([[true]]);
});
