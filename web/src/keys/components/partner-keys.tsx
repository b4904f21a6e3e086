import { useState } from 'react';
import type { PartnerKeys as Partner } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { Failure } from '../../ui/failure';
import { StatusShape } from '../../ui/status-shape';
import { CardHistory } from './card-history';
import { Fingerprint } from './fingerprint';
import { NewCard } from './new-card';

interface Props {
  readonly partner: Partner;
  readonly busy: boolean;
  /** Why the last wish here did not come to be. */
  readonly error: Error | null;
  /** Whether it came to be: what was typed stays otherwise. */
  readonly onRevoke: (reason: string) => Promise<boolean>;
  readonly onHandedOver: () => void;
  readonly onAccepted: () => void;
}

/** By which card a partner goes, by which it went, and by which of ours it goes. */
export function PartnerKeys({ partner, busy, error, onRevoke, onHandedOver, onAccepted }: Props) {
  const t = useTranslate();
  const [asked, setAsked] = useState<'revoke' | 'accept' | null>(null);
  const head = partner.cards[0];
  return (
    <section className="keys-partner" aria-label={partner.node}>
      <h3>
        {partner.node} {partner.revoked && <span className="tag">{t('keys.revoked')}</span>}
      </h3>
      {head?.revoked && (
        <p role="alert">
          <StatusShape status="critical" />{' '}
          {t('keys.revokedBy', { by: head.revoked.by, at: zuluFull(head.revoked.at), reason: head.revoked.reason })}
        </p>
      )}
      {head && <Fingerprint card={head.card} />}
      <p>
        <StatusShape status={partner.knowsNewest ? 'normal' : 'caution'} />{' '}
        {t(partner.knowsNewest ? 'keys.knows' : partner.told ? 'keys.willBeTold' : 'keys.bring', {
          node: partner.node,
        })}{' '}
        {!partner.knowsNewest && may('POST /api/v1/keys/partners/{party}/handed-over') && (
          <button type="button" className="button small" disabled={busy} onClick={onHandedOver}>
            {t('keys.brought')}
          </button>
        )}
      </p>
      {partner.refused.map((one) => (
        <p role="alert" key={`${one.fault} ${one.first}`}>
          <StatusShape status="critical" /> {t(`keys.fault.${one.fault}`, { at: zuluFull(one.last), n: one.times })}
        </p>
      ))}
      <CardHistory cards={partner.cards} />
      {may('POST /api/v1/keys/partners/{party}/revocation') && (
        <div className="buttons">
          <button type="button" className="button small" onClick={() => setAsked('accept')}>
            {t('keys.accept')}
          </button>
          {!partner.revoked && (
            <button type="button" className="button small danger" onClick={() => setAsked('revoke')}>
              {t('keys.revoke')}
            </button>
          )}
        </div>
      )}
      {asked === 'accept' && (
        <NewCard
          partner={partner}
          onDone={() => {
            setAsked(null);
            onAccepted();
          }}
          onCancel={() => setAsked(null)}
        />
      )}
      {asked === 'revoke' && (
        <ConfirmByName
          title={t('keys.revokeTitle', { node: partner.node })}
          effect={t('keys.revokeEffect')}
          word={partner.node}
          confirmText="keys.typeName"
          reasonText="keys.reason"
          submitText={t('keys.revoke')}
          busy={busy}
          onConfirm={(reason) => void onRevoke(reason).then((done) => done && setAsked(null))}
          onCancel={() => setAsked(null)}
        />
      )}
      {error && <Failure error={error} />}
    </section>
  );
}
