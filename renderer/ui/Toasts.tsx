import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { Toast, type ToastProps } from './Toast.tsx';
import { ShortcutGroup } from './useShortcuts.tsx';

/** Shows a toast; an earlier one gives way, so that Ctrl+Z always means the last act. */
export type ShowToast = (toast: Pick<ToastProps, 'text' | 'action' | 'undo'>) => void;

const ToastContext = createContext<ShowToast>(() => {
  throw new Error('useToast needs a ToastProvider around the screen.');
});

/** The function that shows a toast. */
export const useToast = (): ShowToast => useContext(ToastContext);

/** Holds the live region where toasts appear, above the status bar; wraps the whole window once. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<{ readonly id: number; readonly toast: Parameters<ShowToast>[0] } | null>(null);
  const next = useRef(0);
  const show = useCallback<ShowToast>((toast) => {
    next.current += 1;
    setShown({ id: next.current, toast });
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <ShortcutGroup name="Ovunque">
        <div className="toasts" role="status">
          {shown && (
            <Toast
              key={shown.id}
              {...shown.toast}
              onClose={() => setShown((now) => (now?.id === shown.id ? null : now))}
            />
          )}
        </div>
      </ShortcutGroup>
    </ToastContext>
  );
}
