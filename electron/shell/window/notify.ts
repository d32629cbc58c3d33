import type { Notification } from 'electron';

/** What Electron brings to show a notification; passed in, so that this can be tested without it. */
export type NotificationClass = Pick<typeof Notification, 'isSupported'> &
  (new (options: {
    readonly title: string;
    readonly body: string;
  }) => Pick<Notification, 'on' | 'show'>);

/** Those on screen: one that nobody holds any more no longer answers a click. */
const shown = new Set<object>();

/** Shows a notification of the system, and `open` is called when it is clicked; false where the system has none. */
export function notifySystem(
  SystemNotification: NotificationClass,
  { title, text }: { readonly title: string; readonly text: string },
  open: () => void,
): boolean {
  if (!SystemNotification.isSupported()) return false;
  const notification = new SystemNotification({ title, body: text });
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
