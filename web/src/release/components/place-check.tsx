import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { LedgerPlace } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Refusals } from '../../ui/refusals';
import { checkLedgerPlace } from '../api/check-ledger-place';

const TONES: Record<LedgerPlace['standing'], string> = {
  holds: 'normal',
  superseded: 'caution',
  waiting: 'caution',
  absent: 'critical',
  'unknown-ledger': 'critical',
};

/** Whether what the code on a paper names stands in a ledger that this node holds. */
export function PlaceCheck() {
  const t = useTranslate();
  const [code, setCode] = useState('');
  const check = useMutation({ mutationFn: checkLedgerPlace });
  if (!may('GET /api/v1/ledger-places')) {
    return null;
  }
  return (
    <section aria-label={t('place.title')}>
      <h3>{t('place.title')}</h3>
      <p className="quiet-text">{t('place.hint')}</p>
      <form
        className="acsa-form"
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate(code);
        }}
      >
        <label className="form-row">
          <span className="form-name">{t('place.code')}</span>
          <textarea
            name="place"
            className="mono"
            rows={3}
            cols={60}
            maxLength={500}
            value={code}
            onChange={({ target }) => setCode(target.value)}
          />
        </label>
        <div className="buttons">
          <button type="submit" className="button" disabled={code.trim() === '' || check.isPending}>
            {t('place.check')}
          </button>
        </div>
      </form>
      <Refusals error={check.error} />
      {check.data && !check.isPending && <Found place={check.data} />}
    </section>
  );
}

function Found({ place }: { place: LedgerPlace }) {
  const t = useTranslate();
  return (
    <p className="notice" data-tone={TONES[place.standing]} data-standing={place.standing} role="status">
      <strong>{t(`place.standing.${place.standing}`)}</strong>{' '}
      <span className="mono">
        {place.ledger} {place.position}
      </span>
    </p>
  );
}
