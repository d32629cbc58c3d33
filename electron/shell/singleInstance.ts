import type { App } from 'electron';

/**
 * Whether this is the only running app of this user and folder. A later start ends at once and `onSecond` runs here, so
 * that two programs never write the same data.
 */
export function takeSingleInstance(app: Pick<App, 'requestSingleInstanceLock' | 'on'>, onSecond: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}
