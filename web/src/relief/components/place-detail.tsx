import { useQuery } from '@tanstack/react-query';
import type { ReliefPlace, ReliefPlaceHistory } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { enterInLog } from '../../navigation/log-link';
import { openRecord, openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { getReliefPlace } from '../api/get-relief-place';
import { startRecord } from '../../records/model/start-record';
import { HeadcountCurve } from './headcount-curve';
import { Heads } from './needs-page';
import { Reports, typeWord } from './places-page';

/** One place: each nation's newest report, people over time, and all that was said. */
export function PlaceDetail({ id, own }: { id: string; own: string }) {
  const t = useTranslate();
  const state = useQuery({
    queryKey: ['relief', 'place', id],
    queryFn: ({ signal }) => getReliefPlace(id, signal),
  });
  return (
    <>
      <button type="button" className="link" onClick={() => openScreen('relief', 'places')}>
        {t('relief.back')}
      </button>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && <Whole history={state.data} own={own} />}
    </>
  );
}

function Whole({ history, own }: { history: ReliefPlaceHistory; own: string }) {
  const t = useTranslate();
  const language = useLanguage();
  const { place, series } = history;
  const ours = place.reports.find(({ party }) => party === own);
  return (
    <>
      <h3>
        {place.name[language]} <small className="quiet-text">{typeWord(place.type, t)}</small>
      </h3>
      <Reports place={place} />
      {may('POST /api/v1/watch-log') && (
        <button
          type="button"
          className="button quiet small"
          onClick={() => enterInLog({ to: 'place', id: place.id, name: place.name[language] })}
        >
          {t('log.about')}
        </button>
      )}
      <p>
        {place.reports.map((report) => (
          <LabelChip key={report.record} text={report.label} />
        ))}
      </p>
      {may('POST /api/v1/records') && (
        <div className="buttons">
          <button
            type="button"
            className="button quiet"
            onClick={() => (ours ? openRecord(ours.record) : reportToo(place))}
          >
            {ours ? t('relief.openOwn') : t('relief.reportToo', { party: own })}
          </button>
        </div>
      )}
      <HeadcountCurve series={series} />
      <table className="audit-table">
        <Heads names={['relief.column.at', 'relief.column.party', 'relief.column.status', 'relief.column.people']} />
        <tbody>
          {series
            .flatMap(({ party, points }) => points.map((point) => ({ party, ...point })))
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map((point) => (
              <tr key={`${point.party} ${point.at}`}>
                <td className="mono">{zulu(point.at)}</td>
                <td className="mono">{point.party}</td>
                <td>{t(`relief.status.${point.status}` as TextKey)}</td>
                <td className="mono">{point.occupants ?? '–'}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}

/** The own report names the other nation's record, so that both speak of one place. */
function reportToo(place: ReliefPlace): void {
  const code = place.key.slice(place.type.length + 1);
  const byRecord = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(code);
  startRecord(
    'place-status',
    { placeType: place.type, ...(byRecord ? { samePlaceAs: code } : { placeCode: code }) },
    place.reports.some(({ label }) => label.includes('EXERCISE')),
  );
}
