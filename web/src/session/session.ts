import { createStore } from '../ui/store';

const KEY = 'renkei.token';

/** Whom the node takes this browser for, and which of its endpoints are open. */
export interface Caller {
  readonly name: string;
  readonly person?: {
    readonly id: string;
    readonly name: { readonly en: string; readonly ja: string };
    readonly nation: string;
    readonly clearance: string;
    readonly caveats: readonly string[];
    readonly clearedUntil?: string | null;
  } | null;
  readonly roles: readonly string[];
  readonly cleared: boolean;
  /** Whether another nation seats this person here. */
  readonly liaison: boolean;
  /** Such as `GET /api/v1/records`. */
  readonly may: readonly string[];
  /** Kinds of record that only others write: what desks say at which this person does not speak. */
  readonly closedKinds: readonly string[];
}

export interface Session {
  /** Of a script or the node's own machine, instead of the cookie of somebody who signed in. */
  readonly token: string | null;
  /** Null until the node has said so. */
  readonly caller: Caller | null;
  /** Whether the node has been asked who this is. */
  readonly asked: boolean;
  /** Why the person is at the sign-in screen again. */
  readonly ended: 'expired' | 'signed-out' | 'provider-refused' | null;
  /** The token of a one-time link by which somebody came. */
  readonly invitation: string | null;
}

const NOBODY: Session = { token: null, caller: null, asked: true, ended: null, invitation: null };

export const session = createStore<Session>({ ...NOBODY, token: read(), asked: false });

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

export function may(endpoint: string): boolean {
  return session.get().caller?.may.includes(endpoint) ?? false;
}

/** Whether records of this kind are the caller's to write, as far as they may write at all. */
export function mayWrite(kind: string): boolean {
  return !(session.get().caller?.closedKinds.includes(kind) ?? false);
}

export function isLiaison(): boolean {
  return session.get().caller?.liaison ?? false;
}

/** With a token; without one, the node knows the person by its cookie. */
export function signIn(token: string | null): void {
  if (token !== null) {
    sessionStorage.setItem(KEY, token);
  }
  session.set({ ...NOBODY, token, asked: false });
}

export function recognize(caller: Caller): void {
  session.update((before) => ({ ...before, caller, asked: true, ended: null }));
}

/** Drops the token and everything this tab kept, drafts included. */
export function signOut(): void {
  sessionStorage.clear();
  session.set({ ...NOBODY, ended: 'signed-out' });
}

/** The node no longer takes the caller. Drafts stay in the tab until the person signs in again or out. */
export function expire(): void {
  const { caller, token, asked, invitation } = session.get();
  if (caller !== null || token !== null) {
    sessionStorage.removeItem(KEY);
    session.set({ ...NOBODY, invitation, ended: 'expired' });
  } else if (!asked) {
    session.set({ ...NOBODY, invitation });
  }
}

/** Takes `#token=…`, `#invitation=…` or `#provider=refused` out of the address, so that it is neither shown nor kept in the history. */
export function takeTokenFromAddress(): void {
  const match = /^#(token|invitation|provider)=([^&]+)/.exec(location.hash);
  if (match?.[2]) {
    const text = decodeURIComponent(match[2]);
    history.replaceState(null, '', location.pathname + location.search);
    if (match[1] === 'token') {
      signIn(text);
    } else if (match[1] === 'provider') {
      session.set({ ...NOBODY, ended: 'provider-refused' });
    } else {
      session.set({ ...NOBODY, invitation: text });
    }
  }
}
