import type { Review, Voice } from '../../api/types';
import { sameCuts, type Cuts } from './cuts';

/** How far the officers are: one who releases and waits for a second, or nobody yet. */
export type Standing =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'own-word'; readonly first: Voice }
  | { readonly kind: 'second-needed'; readonly first: Voice; readonly agrees: boolean };

/** What the word of this officer would be, with these cuts. */
export function standing({ persons, voices }: Review, caller: string, cuts: Cuts): Standing {
  const releases = voices.filter(({ verdict }) => verdict === 'release');
  const own = releases.find(({ by }) => by === caller);
  if (persons < 2 || releases.length === 0) {
    return { kind: 'nobody' };
  }
  const others = releases.filter(({ by }) => by !== caller);
  const first = others.find((voice) => sameCuts(voice.cuts, cuts)) ?? others[0];
  if (first === undefined) {
    return own ? { kind: 'own-word', first: own } : { kind: 'nobody' };
  }
  return { kind: 'second-needed', first, agrees: sameCuts(first.cuts, cuts) };
}

/** The cuts to begin with: those of the officer who spoke last for release. */
export function cutsToBeginWith({ voices }: Review): Cuts {
  return [...(voices.findLast(({ verdict }) => verdict === 'release')?.cuts ?? [])].sort();
}

/** How many have spoken for the verdict that is on its way. */
export function voicesSoFar({ voices }: Review): number {
  return new Set(voices.filter(({ verdict }) => verdict === 'release').map(({ by }) => by)).size;
}
