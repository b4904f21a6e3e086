import type { AcsaOrder, AcsaStatement } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { AttachmentList } from '../../records/components/attachment-list';

/** What both nations said, side by side, in the order in which it counts. */
export function Sides({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  return (
    <section>
      <h4>{t('acsa.statements')}</h4>
      <div className="acsa-sides">
        <b className="mono">{order.requester}</b>
        <b className="mono">{order.supplier}</b>
        {order.statements.map((one) => (
          <Said
            key={one.record}
            said={one}
            right={one.party === order.supplier}
            ownFiles={order.ownFiles.filter(({ on }) => on === one.record)}
          />
        ))}
      </div>
    </section>
  );
}

interface SaidProps {
  readonly said: AcsaStatement;
  readonly right: boolean;
  readonly ownFiles: AcsaOrder['ownFiles'];
}

function Said({ said, right, ownFiles }: SaidProps) {
  const t = useTranslate();
  const delivery = said.fields['delivery'];
  return (
    <article className="acsa-said" data-side={right ? 'right' : 'left'} data-fits={said.fits} data-act={said.act}>
      <header>
        <button type="button" className="link" onClick={() => openRecord(said.record)}>
          {said.number}. {t(`acsa.act.${said.act}` as TextKey)}
          {typeof delivery === 'number' && ` (${t('acsa.deliveryNo', { n: delivery })})`}
        </button>
        <small className="mono">{zuluFull(said.time)}</small>
      </header>
      {!said.fits && (
        <div className="field-error">
          {t('acsa.doesNotFit')}
          <ul>
            {said.objections.map(({ at, text }) => (
              <li key={at + text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
      {typeof said.fields['reason'] === 'string' && <p>{said.fields['reason']}</p>}
      {typeof said.fields['remarks'] === 'string' && <p className="acsa-remarks">{said.fields['remarks']}</p>}
      {said.fields['attachments'] !== undefined && <AttachmentList value={said.fields['attachments']} />}
      {ownFiles.map(({ on, attachments }, place) => (
        <div key={`${on} ${place}`} data-own-files={attachments.length}>
          <small>{t('acsa.ownFiles')}</small>
          <AttachmentList value={attachments} />
        </div>
      ))}
      {said.release && (
        <small className="quiet-text">
          {said.release.confirmedAt
            ? t('acsa.held', { party: said.release.party })
            : t('acsa.sent', { party: said.release.party })}
        </small>
      )}
    </article>
  );
}
