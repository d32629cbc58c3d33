import { loadPdfAssets } from '#electron/report/assets.ts';
import { type Check, failure, fine } from '../check.ts';

/** What the PDF is made with is in its place: compiler, template and fonts. */
export const pdfCheck: Check = {
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
