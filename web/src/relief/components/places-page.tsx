import { useState } from 'react';
import type { ReliefBoard, ReliefPlace } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { age } from '../../i18n/time';
import { isTextKey, useTranslate, type TextKey, type Translate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { StatusShape, type Status } from '../../ui/status-shape';
import { decimal } from '../../ui/figures';
import { Heads } from './needs-page';

const SHAPES: Readonly<Record<string, Status>> = { open: 'normal', limited: 'caution', closed: 'critical' };
const MOST_SHOWN = 200;

/** Places by type, what each nation says of them side by side. */
export function PlacesPage({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  const [type, setType] = useState('');
  const types = [...new Set(board.places.map((place) => place.type))].toSorted();
  const shown = board.places.filter((place) => type === '' || place.type === type);
  if (board.places.length === 0) {
    return <p className="quiet-text">{t('relief.noPlaces')}</p>;
  }
  return (
    <>
      <label className="form-row">
        <span className="form-name">{t('relief.type')}</span>
        <select name="type" value={type} onChange={({ target }) => setType(target.value)}>
          <option value="">{t('relief.allTypes', { n: board.places.length })}</option>
          {types.map((one) => (
            <option key={one} value={one}>
              {typeWord(one, t)}
            </option>
          ))}
        </select>
      </label>
      {shown.length > MOST_SHOWN && (
        <p className="quiet-text">{t('relief.firstOf', { n: MOST_SHOWN, of: shown.length })}</p>
      )}
      <table className="audit-table">
        <Heads names={['relief.column.place', 'relief.column.usable', 'relief.column.reports']} />
        <tbody>
          {shown.slice(0, MOST_SHOWN).map((place) => (
            <Row key={place.key} place={place} />
          ))}
        </tbody>
      </table>
    </>
  );
}

export function typeWord(type: string, t: Translate): string {
  const key = `relief.place.${type}`;
  return isTextKey(key) ? t(key) : type;
}

function Row({ place }: { place: ReliefPlace }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <tr data-place={place.key} data-usable={place.usable}>
      <td>
        <button type="button" className="link" onClick={() => openScreen('relief', `place-${place.id}`)}>
          {place.name[language] || place.key}
        </button>{' '}
        <small className="quiet-text">{typeWord(place.type, t)}</small>
      </td>
      <td>
        {place.usable ? t('relief.usable') : place.closed ? t('relief.closed') : t('relief.notSaid')}
        {place.differences.length > 0 && <b className="case-late"> {t('relief.contradicts')}</b>}
      </td>
      <td>
        <Reports place={place} />
      </td>
    </tr>
  );
}

/** One report beside the other: who, what, how old. */
export function Reports({ place }: { place: ReliefPlace }) {
  const t = useTranslate();
  const now = new Date();
  return (
    <ul className="relief-reports">
      {place.reports.map((report) => (
        <li key={report.record} data-party={report.party} data-status={report.status}>
          <b className="mono">{report.party}</b> <StatusShape status={SHAPES[report.status] ?? 'off'} />{' '}
          {t(`relief.status.${report.status}` as TextKey)}
          {report.occupants !== null && ` · ${t('relief.people', { n: decimal(report.occupants) })}`}
          {report.movements !== null && ` · ${t('relief.movements', { n: decimal(report.movements) })}`}{' '}
          <small className="quiet-text">{t('relief.old', { age: age(report.at, now, t) })}</small>
        </li>
      ))}
    </ul>
  );
}
