import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { SegmentedChoice } from '#renderer/ui/SegmentedChoice.tsx';

afterEach(cleanup);

function Page({ children, onClose }: { readonly children: ReactNode; readonly onClose?: () => void }) {
  const [open, setOpen] = useState(false);
  const close = () => {
    onClose?.();
    setOpen(false);
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Emergenza
      </button>
      {open && (
        <Dialog
          title="Invia un’emergenza"
          onClose={close}
          footer={
            <>
              <Button keys="Escape" onClick={close}>
                Annulla
              </Button>
              <Button kind="danger">Copia e apri WhatsApp</Button>
            </>
          }
        >
          {children}
        </Dialog>
      )}
    </>
  );
}

const field = <Field label="Chi autorizza" value="" onChange={() => undefined} />;

async function openIt(page: ReactNode) {
  render(page);
  const user = userEvent.setup();
  const opener = screen.getByText('Emergenza');
  await user.click(opener);
  return { user, opener };
}

test('a dialog is modal, named by its title, and puts the focus in its first field', async () => {
  const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
  await openIt(<Page>{field}</Page>);
  expect(screen.getByRole('dialog', { name: 'Invia un’emergenza' })).toBeTruthy();
  expect(showModal).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(screen.getByLabelText('Chi autorizza'));
  showModal.mockRestore();
});

test('of radio buttons the chosen one takes the focus', async () => {
  const options = ['Allerta meteo', 'Strada chiusa'].map((label) => ({ value: label, label }));
  await openIt(
    <Page>
      <SegmentedChoice legend="Modello" options={options} value="Strada chiusa" onChange={() => undefined} />
      {field}
    </Page>,
  );
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Strada chiusa' }));
});

test('without fields the focus goes to the last button, the main one', async () => {
  await openIt(<Page>Solo parole.</Page>);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Copia e apri WhatsApp' }));
});

test.each([
  [
    'the cross',
    (user: ReturnType<typeof userEvent.setup>) => user.click(screen.getByRole('button', { name: 'Chiudi' })),
  ],
  ['Esc', (user: ReturnType<typeof userEvent.setup>) => user.keyboard('{Escape}')],
])('%s closes it once, and the focus goes back where it was', async (_, leave) => {
  const onClose = vi.fn();
  const { user, opener } = await openIt(<Page onClose={onClose}>{field}</Page>);
  await leave(user);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(onClose).toHaveBeenCalledOnce();
  expect(document.activeElement).toBe(opener);
});

test('the request of the browser to close it asks the caller instead', async () => {
  const onClose = vi.fn();
  await openIt(<Page onClose={onClose}>{field}</Page>);
  const cancel = new Event('cancel', { cancelable: true });
  fireEvent(screen.getByRole('dialog'), cancel);
  expect(onClose).toHaveBeenCalledOnce();
  expect(cancel.defaultPrevented).toBe(true);
});
