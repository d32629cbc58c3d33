/** The picture of the invented town: a plan of 160 × 120 points. */
import type { MailPictures } from '#shared/requests/views.ts';
import { PLAN } from './fakeRequests.ts';

/** A PNG of 160 × 120 points, in base64. */
export const PLAN_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAAB4CAMAAABCfAldAAAACVBMVEXe6uJcb4IAZsxfgunmAAABGUlEQVR42u3b0QrCMAyF4fR//4cW9FqFo5' +
  'xF+Xu7wD62bk0aOuc+5u24Ku66OytUqFChQoUKFSpUqFChQoUKFSpUqFDhzwvPcuGc5cI5y4Vzlgtn+Td6/vIvwsvxiHtysSMkF3aeIbmw85bJ' +
  'hZ15SC6c7cLZLpztwtkunO3C2S7srHrkws66TC7sZA7kwk5uQy7sZF/kwk5+SC7sZLDkwk6OTS7sVAHkwk6dQi7sVFLkwk6tRy7sVKPkwk69zH' +
  'Yh24VsF7JdyHYh24Xkws7uHLmws39ILuzscJILO30ScmGnT0Iu7PRJyIWdPgm5sNMnIRfaJ1GoUKFChQoVKlSoUKFChQoVKlSoUKFCheN5km/F' +
  'eZ7k07j150lujLQag1klsYsAAAAASUVORK5CYII=';

/** What came with the e-mail of via dei Tigli. */
export const fakePictures = (): MailPictures => ({
  pictures: [
    { id: PLAN, name: 'pianta-via-dei-tigli.png', kind: 'image/png', width: 160, height: 120, base64: PLAN_PNG },
  ],
  tooBig: [],
});
