import type { App } from 'electron';

/** Ends the app with its last window, and only after the core has ended in its own time. */
export function installQuit(app: Pick<App, 'on' | 'quit'>, stopCore: () => Promise<void>): void {
  let stopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void stopCore().then(() => {
      stopped = true;
      app.quit();
    });
  });
}
