import type { Problem } from '#shared/kernel/problem.ts';

/** Italian sentences of the shell (L6): what happened and why, what is safe, what to do. */
const SAFE = 'Quello che hai salvato è al sicuro su questo computer.';

export const CORE_RESTARTING: Problem = {
  code: 'core-restarting',
  what: 'L’app ha avuto un problema interno e si sta riavviando.',
  why: SAFE,
  remedy: 'Aspetta qualche secondo e ripeti l’ultima azione.',
};

export const CORE_RESTARTED: Problem = {
  code: 'core-restarted',
  what: 'L’app ha avuto un problema interno ed è ripartita da sola.',
  why: SAFE,
  remedy: 'Controlla l’ultima cosa che stavi facendo: se non la trovi, ripetila.',
};

export const CORE_GIVEN_UP: Problem = {
  code: 'core-given-up',
  what: 'L’app si è fermata tre volte in un minuto per un problema interno e non può continuare.',
  why: 'Alla riapertura l’app controlla se quello che hai salvato è intero.',
  remedy: 'Chiudi l’app e riaprila. Se succede ancora, riavvia il computer e avvisa l’assistenza informatica.',
};

export const CORE_BROKEN_ANSWER: Problem = {
  code: 'core-broken-answer',
  what: 'L’app ha dato una risposta che non si può leggere, per un difetto interno.',
  remedy: 'Riprova. Se succede ancora, chiudi l’app, riaprila e avvisa l’assistenza informatica.',
};

export const HELP_FAILED: Problem = {
  code: 'help-failed',
  what: 'Il computer non ha fatto quello che l’app ha chiesto, per un problema interno.',
  why: 'Non è cambiato nulla.',
  remedy: 'Riprova. Se succede ancora, chiudi l’app e riaprila.',
};

export const SHELL_BROKEN: Problem = {
  code: 'shell-broken',
  what: 'L’app deve chiudersi per un problema interno.',
  why: SAFE,
  remedy: 'Riaprila. Se succede ancora, riavvia il computer e avvisa l’assistenza informatica.',
};

export const PAGE_GIVEN_UP: Problem = {
  code: 'page-given-up',
  what: 'L’app non riesce a mostrare la finestra, per un problema interno.',
  why: SAFE,
  remedy: 'Chiudi l’app e riaprila. Se succede ancora, riavvia il computer e avvisa l’assistenza informatica.',
};
