import { type DoctorCheck, failure, fine } from '#electron/diagnostics/check.ts';

const NEEDED = 10;

/** The database needs Node-API 10. */
export const nodeCheck: DoctorCheck = {
  name: 'Node',
  run: () =>
    Number(process.versions.napi) >= NEEDED
      ? fine(`Node ${process.version}.`)
      : failure(`Node ${process.version} è troppo vecchio.`, 'Usa Node 22.18 o successivo, oppure avvia con npm run.'),
};
