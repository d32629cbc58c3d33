import { type DoctorCheck, failure, fine } from '#electron/diagnostics/check.ts';
import { loadPdfAssets } from '#electron/pdf/assets.ts';

/** What the PDF is made with is in its place: compiler, template and fonts. */
export const pdfCheck: DoctorCheck = {
  name: 'PDF',
  run: async () => {
    try {
      const { fonts } = await loadPdfAssets();
      return fine(`Compositore, modello e ${fonts.length} caratteri sono al loro posto.`);
    } catch {
      return failure('Mancano i file per comporre il PDF.', 'Ripeti npm ci, oppure reinstalla l’app.');
    }
  },
};
