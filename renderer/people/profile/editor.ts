import { useEffect } from 'react';

/** What every editor of a datum gets: the value as it stands, and where what is typed goes. */
export interface EditorProps<Value> {
  readonly value: Value;
  readonly readOnly: boolean;
  /** What was typed, as the profile would hold it; undefined while it makes no sense. */
  readonly onChange: (value: unknown) => void;
}

/** Told by an editor whose list has a form of its own: while it is open, nothing else is saved nor left (P67). */
export interface FormProps {
  readonly onForm: (isOpen: boolean) => void;
}

/** Tells whether the form of a list is open, and that it is closed when the editor goes. */
export function useOpenForm(isOpen: boolean, onForm: FormProps['onForm']): void {
  useEffect(() => {
    onForm(isOpen);
    return () => onForm(false);
  }, [isOpen, onForm]);
}
