import type { App, BrowserWindow, Dialog } from 'electron';
import { accountOf, type Problem } from '#shared/kernel/problem.ts';

const CLOSE = 0;

/** Tells a problem that ends the work in a native dialog, because the page may be missing, and offers to close the app. */
export async function tellStopped(
  dialog: Pick<Dialog, 'showMessageBox'>,
  problem: Problem,
  quit: () => void,
): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Avvisi PuntoSi',
    message: accountOf(problem),
    detail: problem.remedy,
    buttons: ['Chiudi l’app', 'Lascia aperta la finestra'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response === CLOSE) quit();
}

/** Tells a problem that keeps the app from running at all, then ends it with exit code 1. */
export async function refuseToRun(
  app: Pick<App, 'whenReady' | 'exit'>,
  dialog: Pick<Dialog, 'showErrorBox'>,
  problem: Problem,
): Promise<void> {
  // Before that, Linux would write it to the terminal only.
  await app.whenReady();
  dialog.showErrorBox('Avvisi PuntoSi', `${accountOf(problem)}\n\n${problem.remedy}`);
  app.exit(1);
}

/** Shows name, version and licence of the app. */
export async function showAbout(
  dialog: Pick<Dialog, 'showMessageBox'>,
  window: BrowserWindow,
  version: string,
): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'info',
    title: 'Informazioni su Avvisi PuntoSi',
    message: `Avvisi PuntoSi ${version}`,
    detail:
      'Gli avvisi del Comune su WhatsApp, dalla richiesta dell’ufficio al report del bimestre.\nLicenza EUPL 1.2.',
    buttons: ['Chiudi'],
  });
}
