import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { ShownLabel } from '../../release/components/shown-label';
import { Failure } from '../../ui/failure';
import { decimal } from '../../ui/figures';
import { listNearOffers } from '../api/stock';
import { Heads } from './heads';

/** What other nations offer on the relief board, the nearest to an own point first. */
export function NearOffers({ points }: { points: readonly string[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const [chosen, setChosen] = useState('');
  const point = chosen || points[0] || '';
  const state = useQuery({
    queryKey: ['acsa', 'stock', 'offers', point],
    queryFn: ({ signal }) => listNearOffers(point, signal),
  });
  const offers = state.data?.offers ?? [];
  return (
    <section>
      <h4>{t('acsa.nearOffers')}</h4>
      <p className="quiet-text">{t('acsa.nearOffersMean')}</p>
      {points.length > 0 && (
        <label className="form-row">
          <span className="form-name">{t('acsa.field.point')}</span>
          <select name="near" value={point} onChange={({ target }) => setChosen(target.value)}>
            {points.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
      {state.isError && <Failure error={state.error} />}
      {state.data && offers.length === 0 && <p className="quiet-text">{t('acsa.nearOffersNone')}</p>}
      {offers.length > 0 && (
        <table className="audit-table">
          <Heads names={['partner', 'offer', 'quantity', 'distance', 'from', 'to', 'label']} />
          <tbody>
            {offers.map((one) => (
              <tr key={one.record} data-offer={one.party}>
                <td className="mono">{one.party}</td>
                <td>
                  <button type="button" className="link" onClick={() => openRecord(one.record)}>
                    {language === 'ja' ? one.ja : one.en}
                  </button>
                </td>
                <td className="mono">{one.quantity === 0 ? '–' : `${decimal(one.quantity)} ${one.unit}`}</td>
                <td className="mono">{one.kilometres == null ? '–' : `${decimal(Math.round(one.kilometres))} km`}</td>
                <td className="mono">{zuluFull(one.availableFrom)}</td>
                <td className="mono">{one.availableUntil ? zuluFull(one.availableUntil) : '–'}</td>
                <td>
                  <ShownLabel text={one.label} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
