import { createStore } from '../ui/store';

/** What one desk hands to the form of another, to be looked at and sent by a person. */
export interface Prefill {
  readonly act: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Who is told at first; all who can be, where it is left out. */
  readonly to?: readonly string[];
  /** How high what is filled in is at least. */
  readonly classification?: string;
}

export const prefill = createStore<Prefill | null>(null);
