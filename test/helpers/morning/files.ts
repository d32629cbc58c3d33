/** The files that came with the e-mail of via dei Tigli. */
import type { MailPart } from '../mailParts.ts';

export type MorningFile = MailPart;

/** A PNG of 160 × 120 points, in base64. */
export const PLAN_PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAKAAAAB4CAMAAABCfAldAAAACVBMVEXe6uJcb4IAZsxfgunmAAABGUlEQVR42u3b0QrCMAyF4fR//4cW9FqFo5' +
  'xF+Xu7wD62bk0aOuc+5u24Ku66OytUqFChQoUKFSpUqFChQoUKFSpUqFDhzwvPcuGc5cI5y4Vzlgtn+Td6/vIvwsvxiHtysSMkF3aeIbmw85bJ' +
  'hZ15SC6c7cLZLpztwtkunO3C2S7srHrkws66TC7sZA7kwk5uQy7sZF/kwk5+SC7sZLDkwk6OTS7sVAHkwk6dQi7sVFLkwk6tRy7sVKPkwk69zH' +
  'Yh24VsF7JdyHYh24Xkws7uHLmws39ILuzscJILO30ScmGnT0Iu7PRJyIWdPgm5sNMnIRfaJ1GoUKFChQoVKlSoUKFChQoVKlSoUKFCheN5km/F' +
  'eZ7k07j150lujLQag1klsYsAAAAASUVORK5CYII=';

/** The plan of the road: a picture of 160 × 120 points. */
export const PLAN: MorningFile = {
  name: 'pianta-via-dei-tigli.png',
  type: 'image/png',
  bytes: Buffer.from(PLAN_PNG, 'base64'),
};

/** A file that no test opens. */
export const documentFile = (name: string): MorningFile => ({
  name,
  type: 'application/pdf',
  bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(48_000, 0x20)]),
});
