import { createStore } from '../ui/store';

const KEY = 'renkei.token';

export interface Session {
  readonly token: string | null;
  /** Why the person is at the sign-in screen again. */
  readonly ended: 'expired' | 'signed-out' | null;
}

export const session = createStore<Session>({ token: read(), ended: null });

function read(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function currentToken(): string | null {
  return session.get().token;
}

export function signIn(token: string): void {
  sessionStorage.setItem(KEY, token);
  session.set({ token, ended: null });
}

/** Drops the token and everything this tab kept, drafts included. */
export function signOut(): void {
  sessionStorage.clear();
  session.set({ token: null, ended: 'signed-out' });
}

/** The node no longer takes the token. Drafts stay in the tab until the person signs in again or out. */
export function expire(): void {
  if (currentToken() !== null) {
    sessionStorage.removeItem(KEY);
    session.set({ token: null, ended: 'expired' });
  }
}

/** Takes `#token=…` out of the address, so that it is neither shown nor kept in the history. */
export function takeTokenFromAddress(): void {
  const match = /^#token=([^&]+)/.exec(location.hash);
  if (match?.[1]) {
    const token = decodeURIComponent(match[1]);
    history.replaceState(null, '', location.pathname + location.search);
    signIn(token);
  }
}
