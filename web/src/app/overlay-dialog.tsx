import { useEffect, useRef, type ReactNode } from 'react';
import { overlay } from './overlay';

/** A native dialog: the browser keeps the focus inside and gives it back afterwards. */
export function OverlayDialog({ label, children }: { label: string; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="overlay"
      aria-label={label}
      onCancel={() => overlay.set('none')}
      onClose={() => overlay.set('none')}
      onClick={(event) => event.target === dialog.current && overlay.set('none')}
    >
      {children}
    </dialog>
  );
}
