import { useEffect } from 'react';
import { picking } from '../map/tools/pick-position';
import { ACTIONS, isPermitted } from './actions';
import { overlay } from './overlay';

const SEQUENCE_MILLIS = 1_200;

/** Turns keys into actions. Inside a field only chords and Escape count. */
export function useShortcuts(): void {
  useEffect(() => {
    let first: { key: string; at: number } | null = null;
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented || event.altKey) {
        return;
      }
      if (event.ctrlKey || event.metaKey) {
        if (event.key.toLowerCase() === 'k') {
          event.preventDefault();
          overlay.set(overlay.get() === 'palette' ? 'none' : 'palette');
        }
        return;
      }
      if (event.key === 'Escape') {
        escape(event);
        return;
      }
      if (inField(event.target) || overlay.get() !== 'none') {
        return;
      }
      const pair = first && Date.now() - first.at < SEQUENCE_MILLIS ? `${first.key} ${event.key}` : null;
      first = null;
      const action =
        ACTIONS.find(({ shortcut }) => shortcut === pair) ?? ACTIONS.find(({ shortcut }) => shortcut === event.key);
      if (action && isPermitted(action)) {
        event.preventDefault();
        action.perform();
      } else if (ACTIONS.some(({ shortcut }) => shortcut?.startsWith(`${event.key} `))) {
        first = { key: event.key, at: Date.now() };
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

/** Whether keys are for writing there; a box that is only ticked leaves them to the list. */
function inField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      (target instanceof HTMLInputElement && target.type !== 'checkbox') ||
      ['TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

/** Escape undoes the newest thing: the pick on the map, the overlay, the field, then the panel. */
function escape(event: KeyboardEvent): void {
  if (picking.get()) {
    picking.set(null);
  } else if (overlay.get() !== 'none') {
    overlay.set('none');
  } else if (inField(event.target)) {
    (event.target as HTMLElement).blur();
  } else {
    ACTIONS.find(({ id }) => id === 'close-panel')?.perform();
  }
}
