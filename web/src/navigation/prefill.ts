import { createStore } from '../ui/store';

/** What one desk hands to the form of another, to be looked at and sent by a person. */
export interface Prefill {
  readonly act: string;
  readonly fields: Readonly<Record<string, string>>;
}

export const prefill = createStore<Prefill | null>(null);
