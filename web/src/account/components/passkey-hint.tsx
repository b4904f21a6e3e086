import type { TextKey } from '../../i18n/translate';
import { useTranslate } from '../../i18n/translate';
import type { PasskeyState } from '../model/passkey';

/** Why there is no passkey here, and where there is. */
export function PasskeyHint({ state, path = '/' }: { state: PasskeyState; path?: string }) {
  const t = useTranslate();
  if (state.kind === 'here') {
    return null;
  }
  const why: TextKey = state.kind === 'elsewhere' ? 'passkey.elsewhere' : 'passkey.none';
  return (
    <p className="quiet-text" data-passkey-hint>
      {t(why)} {state.kind === 'elsewhere' && <a href={state.origin + path}>{state.origin}</a>}
    </p>
  );
}
