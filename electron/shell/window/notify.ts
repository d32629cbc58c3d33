import { Notification } from 'electron';

/** Those on screen: one that nobody holds any more no longer answers a click. */
const shown = new Set<Notification>();

/** Shows a notification of the system, and `open` is called when it is clicked; false where the system has none. */
export function notifySystem(
  { title, text }: { readonly title: string; readonly text: string },
  open: () => void,
): boolean {
  if (!Notification.isSupported()) return false;
  const notification = new Notification({ title, body: text });
  const end = (): void => void shown.delete(notification);
  shown.add(notification);
  notification.on('click', () => {
    end();
    open();
  });
  notification.on('close', end);
  notification.show();
  return true;
}
