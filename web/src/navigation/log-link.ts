import { createStore } from '../ui/store';
import { openScreen } from './route';

/** What an entry of the log of the watch is to be about, handed to its form. */
export interface LogLink {
  readonly to: 'case' | 'place' | 'record' | 'move';
  readonly id: string;
  readonly name: string;
}

export const logLink = createStore<LogLink | null>(null);

/** Opens the form of an entry about something that is on the screen. */
export function enterInLog(link: LogLink): void {
  logLink.set(link);
  openScreen('overview', 'log');
}
