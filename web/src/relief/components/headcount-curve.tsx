import type { ReliefPlaceHistory } from '../../api/types';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { decimal } from '../../ui/figures';
import { curvesOf, HEIGHT, WIDTH } from '../model/curve';

/** People in a shelter over time, one line for each nation that counts; nothing where nobody does. */
export function HeadcountCurve({ series }: { series: ReliefPlaceHistory['series'] }) {
  const t = useTranslate();
  const { curves, most } = curvesOf(series);
  if (curves.length === 0) {
    return null;
  }
  return (
    <figure className="relief-curve">
      <figcaption>{t('relief.curve', { most: decimal(most) })}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('relief.curve', { most: decimal(most) })}>
        {curves.map(({ party, points }, index) => (
          <g key={party} data-series={index} data-party={party}>
            <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
            {points.map(({ x, y, at, people }) => (
              <circle key={at} cx={x} cy={y} r="2.5">
                <title>{`${party} ${zulu(at)} ${decimal(people)}`}</title>
              </circle>
            ))}
            <text x={(points.at(-1)?.x ?? 0) - 4} y={Math.max(12, (points.at(-1)?.y ?? 0) - 6)} textAnchor="end">
              {party}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
