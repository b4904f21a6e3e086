import { useState } from 'react';
import type { Keys } from '../../api/types';
import { age, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { Failure } from '../../ui/failure';
import { saveFile } from '../../ui/save-file';
import { StatusShape } from '../../ui/status-shape';
import { Fingerprint } from './fingerprint';

interface Props {
  readonly own: Keys['own'];
  readonly now: Date;
  readonly busy: boolean;
  /** Why the last wish here did not come to be. */
  readonly error: Error | null;
  /** Whether it came to be: what was typed stays otherwise. */
  readonly onRotate: (reason: string) => Promise<boolean>;
  readonly onWithdraw: (reason: string) => Promise<boolean>;
}

/** With what this node signs, opens and connects. */
export function OwnKeys({ own, now, busy, error, onRotate, onWithdraw }: Props) {
  const t = useTranslate();
  const [asked, setAsked] = useState<'rotate' | 'withdraw' | null>(null);
  return (
    <section className="keys-own" aria-labelledby="keys-own">
      <h3 id="keys-own">{t('keys.own', { node: own.card.node })}</h3>
      <dl className="facts">
        <dt>{t('keys.made')}</dt>
        <dd>
          <span className="mono">{zuluFull(own.made)}</span> · {age(own.made, now, t)}
          {own.overdue && (
            <p role="alert">
              <StatusShape status="caution" /> {t('keys.overdue', { n: own.maxAgeDays })}
            </p>
          )}
        </dd>
        <dt>{t('keys.use')}</dt>
        <dd>{t('keys.uses')}</dd>
        <dt>{t('keys.fingerprint')}</dt>
        <dd>
          <Fingerprint card={own.card} />
        </dd>
        {own.former.length > 0 && (
          <>
            <dt>{t('keys.former')}</dt>
            <dd>
              <ul className="plain">
                {own.former.map((one) => (
                  <li key={one.fingerprint}>
                    <code>{one.fingerprint.slice(0, 17)}…</code>{' '}
                    {t(one.withdrawn ? 'keys.formerWithdrawn' : 'keys.formerEnded', {
                      at: zuluFull(one.ended),
                      n: one.audit,
                    })}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      <div className="buttons">
        <button
          type="button"
          className="button small"
          onClick={() => saveFile(new Blob([own.card.text]), `${own.card.node.replace('/', '-')}.card`)}
        >
          {t('keys.save')}
        </button>
        {may('POST /api/v1/keys/rotation') && (
          <>
            <button type="button" className="button small" onClick={() => setAsked('rotate')}>
              {t('keys.rotate')}
            </button>
            <button type="button" className="button small danger" onClick={() => setAsked('withdraw')}>
              {t('keys.withdraw')}
            </button>
          </>
        )}
      </div>
      {asked && (
        <ConfirmByName
          title={t(asked === 'rotate' ? 'keys.rotateTitle' : 'keys.withdrawTitle')}
          effect={t(asked === 'rotate' ? 'keys.rotateEffect' : 'keys.withdrawEffect')}
          word={own.card.node}
          confirmText="keys.typeName"
          reasonText="keys.reason"
          submitText={t(asked === 'rotate' ? 'keys.rotate' : 'keys.withdraw')}
          busy={busy}
          onConfirm={(reason) =>
            void (asked === 'rotate' ? onRotate : onWithdraw)(reason).then((done) => done && setAsked(null))
          }
          onCancel={() => setAsked(null)}
        />
      )}
      {error && <Failure error={error} />}
    </section>
  );
}
