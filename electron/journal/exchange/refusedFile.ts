/** Errors of one file that may pass: somebody holds it, its author merged it meanwhile, its sector is bad. */
const NOT_NOW: readonly string[] = ['EBUSY', 'EPERM', 'EACCES', 'ENOENT', 'EAGAIN', 'EIO'];
/** Errors of one file that stay: a folder, a link or a pipe lies in its place, it is too big, no drive can hold its name. */
const NEVER: readonly string[] = ['EISDIR', 'EFBIG', 'EINVAL', 'ENAMETOOLONG', 'ENOTDIR', 'ELOOP'];

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException | undefined)?.code ?? '';

/** Whether an error of the shared place concerns one file for good: trying again would change nothing. */
export const isNeverRead = (cause: unknown): boolean => NEVER.includes(codeOf(cause));

/** Whether an error of the shared place concerns one file only, so that the others can be gone on with (G4). */
export const isOfOneFile = (cause: unknown): boolean => NOT_NOW.includes(codeOf(cause)) || isNeverRead(cause);

/** What a place answers that cannot be looked at now, as the shared place throws it. */
export const heldError = (path: string): Error => Object.assign(new Error(`EBUSY: ${path}`), { code: 'EBUSY' });
