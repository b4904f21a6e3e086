import { createStore } from '../ui/store';

/** What lies over the workspace for a moment. Nothing else is modal. */
export const overlay = createStore<'none' | 'palette' | 'help'>('none');
