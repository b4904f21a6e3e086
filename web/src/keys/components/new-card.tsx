import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { NodeCard, PartnerKeys } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { acceptCard } from '../api/accept-card';
import { checkCard } from '../api/check-card';
import { Fingerprint } from './fingerprint';

interface Props {
  readonly partner: PartnerKeys;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** A new card: file or text, then its words to compare, then the word of the person that they were compared. */
export function NewCard({ partner, onDone, onCancel }: Props) {
  const t = useTranslate();
  const id = useId();
  const [text, setText] = useState('');
  const [compared, setCompared] = useState(false);
  const check = useMutation({ mutationFn: (card: string) => checkCard(partner.party, card) });
  const accept = useMutation({
    mutationFn: (card: NodeCard) => acceptCard(partner.party, card),
    onSuccess: onDone,
  });
  const card = check.data;
  return (
    <form
      className="confirm"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        if (card) {
          accept.mutate(card);
        } else {
          check.mutate(text);
        }
      }}
    >
      <h3 id={`${id}-title`}>{t('keys.acceptTitle', { node: partner.node })}</h3>
      {!card && (
        <>
          <label htmlFor={`${id}-file`}>{t('keys.cardFile')}</label>
          <input
            id={`${id}-file`}
            type="file"
            onChange={(event) => void event.target.files?.[0]?.text().then(setText)}
          />
          <label htmlFor={`${id}-text`}>{t('keys.cardText')}</label>
          <textarea
            id={`${id}-text`}
            className="mono"
            rows={5}
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </>
      )}
      {card && (
        <>
          <p className="effect">{t('keys.compare', { node: partner.node })}</p>
          <Fingerprint card={card} />
          <label className="check">
            <input type="checkbox" checked={compared} onChange={(event) => setCompared(event.target.checked)} />{' '}
            {t('keys.compared')}
          </label>
        </>
      )}
      {check.isError && <Failure error={check.error} />}
      {accept.isError && <Failure error={accept.error} />}
      <div className="buttons">
        <button
          type="submit"
          className="button"
          disabled={check.isPending || accept.isPending || (card ? !compared : text.trim() === '')}
        >
          {t(card ? 'keys.accept' : 'keys.read')}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}
