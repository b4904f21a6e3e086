import { useEffect, useState } from 'react';
import { askForPasskey } from '../api/ask-for-passkey';
import { signInByPasskey } from '../api/sign-in-by-passkey';
import { offersInAutofill, usePasskey } from '../model/passkey';

/** A question holds five minutes. */
const ROUND = 4 * 60_000;

/** Where the browser can, offers passkeys under the field for the name, for as long as `active`. */
export function useAutofillPasskey(active: boolean, onDone: () => void, onFailure: (error: unknown) => void): void {
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => setRound(round + 1), ROUND);
    const offer = async () => {
      if (!(await offersInAutofill())) {
        return;
      }
      const options = await askForPasskey(abort.signal);
      const answer = abort.signal.aborted ? null : await usePasskey(options, abort.signal);
      if (answer === null) {
        return;
      }
      try {
        await signInByPasskey(answer);
        onDone();
      } catch (error) {
        onFailure(error);
        setRound(round + 1);
      }
    };
    // Where nothing can be offered, there are the button and the password.
    offer().catch(() => undefined);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // What is done at the end does not begin it anew.
  }, [active, round]);
}
