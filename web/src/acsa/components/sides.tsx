import type { AcsaOrder, AcsaStatement } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';

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
          <Said key={one.record} said={one} right={one.party === order.supplier} />
        ))}
      </div>
    </section>
  );
}

function Said({ said, right }: { said: AcsaStatement; right: boolean }) {
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
