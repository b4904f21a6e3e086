import { createStore } from '../ui/store';

/** Set while the node wants a proof of who one is; called with whether it was given. */
export const proofWanted = createStore<((given: boolean) => void) | null>(null);

/** Asks the person; true when the node has taken the proof. */
export function askPerson(): Promise<boolean> {
  proofWanted.get()?.(false);
  return new Promise((resolve) => {
    proofWanted.set((given) => {
      proofWanted.set(null);
      resolve(given);
    });
  });
}
