/** Files of the system as the window has them, dropped or chosen. */

/** A file of the system: its name and its bytes in base64, as a call carries them. */
export interface DroppedFile {
  readonly fileName: string;
  readonly base64: string;
}

const LONGEST_NAME = 255;

/** A name as a call takes it: other programs hand over names with folders and signs that are none of a name. */
const plainName = (name: string): string => name.replace(/[/\\\p{Cc}]/gu, '_').slice(-LONGEST_NAME) || 'senza nome';

/** The bytes of a file; null where it does not let itself be read (gone, held by another program). */
export function readFile(file: File): Promise<DroppedFile | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () =>
      resolve({ fileName: plainName(file.name), base64: String(reader.result).split(',', 2)[1] ?? '' });
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

/** Lets the user choose files of these endings, several at once; none where the window is closed without a choice. */
export function chooseFiles(endings: readonly string[], onFiles: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = endings.map((ending) => `.${ending}`).join(',');
  input.hidden = true;
  input.addEventListener('change', () => {
    onFiles([...(input.files ?? [])]);
    input.remove();
  });
  input.addEventListener('cancel', () => input.remove());
  document.body.append(input);
  input.click();
}
