import type { Problem } from '#shared/kernel/problem.ts';

/** Italian sentences of the shell (L6): what happened and why, what is safe, what to do. */
const SAFE = 'Quello che hai salvato è al sicuro su questo computer.';

export const CORE_RESTARTING: Problem = {
  code: 'core-restarting',
  message: `L’app ha avuto un problema interno e si sta riavviando. ${SAFE}`,
  remedy: 'Aspetta qualche secondo e ripeti l’ultima azione.',
};

export const CORE_RESTARTED: Problem = {
  code: 'core-restarted',
  message: `L’app ha avuto un problema interno ed è ripartita da sola. ${SAFE}`,
  remedy: 'Controlla l’ultima cosa che stavi facendo: se non la trovi, ripetila.',
};

export const CORE_GIVEN_UP: Problem = {
  code: 'core-given-up',
  message: `L’app si è fermata tre volte in un minuto per un problema interno e non può continuare. ${SAFE}`,
  remedy: 'Chiudi l’app e riaprila. Se succede ancora, riavvia il computer e avvisa l’assistenza informatica.',
};

export const CORE_BROKEN_ANSWER: Problem = {
  code: 'core-broken-answer',
  message: 'L’app ha dato una risposta che non si può leggere, per un difetto interno.',
  remedy: 'Riprova. Se succede ancora, chiudi l’app, riaprila e avvisa l’assistenza informatica.',
};

export const HELP_FAILED: Problem = {
  code: 'help-failed',
  message: 'Il computer non ha fatto quello che l’app ha chiesto, per un problema interno. Non è cambiato nulla.',
  remedy: 'Riprova. Se succede ancora, chiudi l’app e riaprila.',
};

export const SHELL_BROKEN: Problem = {
  code: 'shell-broken',
  message: `L’app deve chiudersi per un problema interno. ${SAFE}`,
  remedy: 'Riaprila. Se succede ancora, riavvia il computer e avvisa l’assistenza informatica.',
};

export const PAGE_GIVEN_UP: Problem = {
  code: 'page-given-up',
  message: `L’app non riesce a mostrare la finestra, per un problema interno. ${SAFE}`,
  remedy: 'Chiudi l’app e riaprila. Se succede ancora, riavvia il computer e avvisa l’assistenza informatica.',
};
