import type { LaneWaiting, LinkState } from '../../api/types';
import { age, zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { confirmedShare, drainTime, UNKNOWN } from '../model/link-figures';

/** What the partner has confirmed of our ledger, and what waits in each lane. */
export function LanesTable({ link, now }: { link: LinkState; now: Date }) {
  const t = useTranslate();
  const { size, acknowledged } = link.ledger;
  const confirmed = t('links.confirmedOf', { n: acknowledged, m: size });
  return (
    <div className="link-ledger">
      <div className="confirmed">
        <span>{t('links.confirmed', { party: link.party })}</span>
        <b className="mono">{confirmed}</b>
        <div
          className="bar"
          role="progressbar"
          aria-label={t('links.confirmed', { party: link.party })}
          aria-valuemin={0}
          aria-valuemax={size}
          aria-valuenow={acknowledged}
          aria-valuetext={confirmed}
        >
          <span style={{ width: `${confirmedShare(link.ledger) * 100}%` }} />
        </div>
      </div>
      <table className="lanes">
        <thead>
          <tr>
            <th scope="col">{t('links.lane')}</th>
            <th scope="col" className="number">
              {t('links.laneWaiting')}
            </th>
            <th scope="col">{t('links.oldest')}</th>
          </tr>
        </thead>
        <tbody>
          <Lane name={t('links.lane.urgent')} lane={link.lanes.urgent} now={now} />
          <Lane name={t('links.lane.bulk')} lane={link.lanes.bulk} now={now} />
        </tbody>
      </table>
      <dl className="facts">
        <dt>{t('links.drain')}</dt>
        <dd>{drainTime(link, t)}</dd>
        <dt>{t('links.received')}</dt>
        <dd className="mono">{link.received}</dd>
      </dl>
    </div>
  );
}

function Lane({ name, lane, now }: { name: string; lane: LaneWaiting; now: Date }) {
  const t = useTranslate();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number mono">{lane.entries}</td>
      <td>
        {lane.since === null ? (
          UNKNOWN
        ) : (
          <>
            <span className="mono">{zulu(lane.since, now)}</span> · {age(lane.since, now, t)}
          </>
        )}
      </td>
    </tr>
  );
}
