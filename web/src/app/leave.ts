import { endThisSession } from '../account/api/sign-out';
import { session, signOut } from '../session/session';

/** Ends the session at the node as well, so that its cookie is worth nothing. Here it ends whatever the node says. */
export function leave(): void {
  if (session.get().token === null) {
    void endThisSession()
      .catch(() => undefined)
      .finally(signOut);
  } else {
    signOut();
  }
}
