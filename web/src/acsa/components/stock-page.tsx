import { useQuery } from '@tanstack/react-query';
import type { AcsaStock } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { ShownLabel } from '../../release/components/shown-label';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { decimal } from '../../ui/figures';
import { readStock } from '../api/stock';
import { Heads } from './heads';
import { NearOffers } from './near-offers';
import { StockEntry } from './stock-entry';

type Point = AcsaStock['points'][number];

/** What this nation has at its own points, and what comes in and goes out there. */
export function StockPage() {
  const t = useTranslate();
  const state = useQuery({ queryKey: ['acsa', 'stock'], queryFn: ({ signal }) => readStock(signal) });
  return (
    <>
      <p className="quiet-text">{t('acsa.stockMeans')}</p>
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && (
        <>
          <Levels stock={state.data} />
          <Unplaced stock={state.data} />
          <NearOffers points={state.data.points.map(({ name }) => name)} />
        </>
      )}
      {may('POST /api/v1/acsa/stock/entries') && <StockEntry />}
    </>
  );
}

function Levels({ stock }: { stock: AcsaStock }) {
  const t = useTranslate();
  if (stock.points.length === 0) {
    return <p className="quiet-text">{t('acsa.stockNone')}</p>;
  }
  return (
    <>
      <ShownLabel text={stock.label} />
      {stock.partial && (
        <p className="notice" data-tone="caution">
          {t('acsa.stockPartial')}
        </p>
      )}
      {stock.points.map((point) => (
        <PointLevels key={point.name} point={point} window={stock.window} />
      ))}
    </>
  );
}

function PointLevels({ point, window }: { point: Point; window: number }) {
  const t = useTranslate();
  return (
    <section data-point={point.name}>
      <h4>
        {point.name}{' '}
        <small>
          {point.holder ?? t('acsa.stockUndescribed')}{' '}
          {point.lat != null && point.lon != null && (
            <span className="mono">
              {point.lat.toFixed(3)} {point.lon.toFixed(3)}
            </span>
          )}
        </small>
      </h4>
      {point.levels.length === 0 && <p className="quiet-text">{t('acsa.stockNoEntries')}</p>}
      {point.levels.length > 0 && (
        <table className="audit-table">
          <Heads
            names={['item', 'unitOfIssue', 'onHand', 'reserved', 'available', 'reserve', 'used', 'daysOfSupply']}
          />
          <tbody>
            {point.levels.map((level) => (
              <tr key={`${level.category} ${level.item} ${level.unit}`} data-item={level.item}>
                <td>
                  {level.item} <small>{t(`acsa.choice.${level.category}` as TextKey)}</small>
                </td>
                <td>{t(`acsa.choice.${level.unit}` as TextKey)}</td>
                <td className="mono">{decimal(level.onHand)}</td>
                <td className="mono">{decimal(level.reserved)}</td>
                <td className="mono">{decimal(level.available)}</td>
                <td className="mono">{decimal(level.reserve)}</td>
                <td>
                  {level.used == null
                    ? t('acsa.stockTooYoung', { day: level.since })
                    : t('acsa.stockUsed', { n: decimal(level.used), days: window })}
                </td>
                <td>
                  <Days level={level} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Days({ level }: { level: Point['levels'][number] }) {
  const t = useTranslate();
  if (level.onHand < 0) {
    return <b>{t('acsa.stockShort')}</b>;
  }
  const below = level.available < level.reserve;
  return (
    <>
      {level.days == null ? '–' : t('acsa.stockDays', { n: decimal(level.days) })}
      {below && <b> {t('acsa.stockBelow')}</b>}
    </>
  );
}

function Unplaced({ stock }: { stock: AcsaStock }) {
  const t = useTranslate();
  if (stock.unplaced.length === 0) {
    return null;
  }
  return (
    <section className="notice" data-tone="caution">
      <h4>{t('acsa.stockUnplaced')}</h4>
      <ul className="acsa-clocks">
        {stock.unplaced.map((one) => (
          <li key={`${one.order} ${one.item} ${one.unit}`}>
            <button type="button" className="link mono" onClick={() => openScreen('acsa', one.order)}>
              {one.order.slice(0, 8)}
            </button>{' '}
            {one.item} <span className="mono">{decimal(one.quantity)}</span> {t(`acsa.choice.${one.unit}` as TextKey)}
          </li>
        ))}
      </ul>
    </section>
  );
}
