import { useEffect, useState } from 'react';
import type { ReliefMove, SharedRecord, Track } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { useRoute } from '../../navigation/route';
import { useNode } from '../../node/model/node-query';
import { useKindViews } from '../../records/model/kind-view';
import { formatPosition } from '../../records/model/position';
import { useKinds } from '../../records/model/record-queries';
import { kindName } from '../../records/model/record-text';
import { screenLabel } from '../../release/model/combine-labels';
import { printLabel } from '../../release/model/label';
import { DOMAINS } from '../../tracks/model/track-filter';
import { trackSidc } from '../../tracks/model/track-symbol';
import { saveFile } from '../../ui/save-file';
import { FEATURE_KIND } from '../layers/feature-layer';
import { useMap } from '../map-context';
import { recordFeatures } from '../sources/record-features';
import { drawSymbol } from '../sources/symbol-images';
import { MapCard } from '../tools/map-card';
import { openTool } from '../tools/open-tool';
import { scaleAt } from './scale';
import { drawSheet, type LegendEntry } from './sheet';

const SCALE_PIXELS = 150;

interface Props {
  readonly records: readonly SharedRecord[];
  readonly tracks: readonly Track[];
  readonly moves: readonly ReliefMove[];
}

/** The map on paper or as a file, marked with the highest label of what is on it. */
export function PrintCard({ records, tracks, moves }: Props) {
  const t = useTranslate();
  const map = useMap();
  const { at } = useRoute();
  const node = useNode().data;
  const legend = useLegend({ records, tracks });
  const [title, setTitle] = useState('');
  const [sheet, setSheet] = useState<string | null>(null);
  const { label, unreadable, exercise } = screenLabel(
    [...records.map(({ banner }) => banner), ...[...tracks, ...moves].map((one) => one.label)],
    node?.exercise ?? false,
  );
  const marked = unreadable
    ? t('frame.unknownLabel')
    : label
      ? printLabel({ ...label, exercise: false })
      : 'UNCLASSIFIED';
  const banner =
    exercise === 'none' ? marked : `${marked}   ${t(exercise === 'all' ? 'frame.exercise' : 'frame.mixed')}`;
  const draw = () => {
    // Drawn in this very moment: the canvas keeps its content no longer than that.
    map.redraw();
    const center = map.getCenter().wrap();
    const time = zuluFull(at ?? new Date().toISOString());
    return drawSheet({
      map: map.getCanvas(),
      banner,
      classification: unreadable ? 'TOP SECRET' : (label?.classification ?? 'UNCLASSIFIED'),
      title: title.trim() === '' ? (node?.node ?? '') : `${node?.node ?? ''}  ${title.trim()}`,
      time: at === null ? time : t('time.asOf', { time }),
      live: at === null,
      center: formatPosition({ lat: center.lat, lon: center.lng }, 3),
      legend,
      scale: scaleAt(center.lat, map.getZoom(), SCALE_PIXELS),
      source: t('map.source'),
    });
  };
  useEffect(() => {
    if (sheet === null) {
      return undefined;
    }
    const done = () => setSheet(null);
    window.addEventListener('afterprint', done);
    return () => window.removeEventListener('afterprint', done);
  }, [sheet]);
  return (
    <MapCard title={t('print.title')} onClose={() => openTool.set(null)}>
      <p className="hint">{t('print.hint')}</p>
      <p>
        <strong>{banner}</strong>
      </p>
      <label className="card-row">
        <span>{t('print.name')}</span>
        <input value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <div className="buttons">
        <button
          type="button"
          className="button small primary"
          onClick={() =>
            draw().toBlob(
              (blob) =>
                blob &&
                saveFile(blob, `picture-${(at ?? new Date().toISOString()).slice(0, 19).replaceAll(':', '')}Z.png`),
            )
          }
        >
          {t('print.save')}
        </button>
        <button type="button" className="button small" onClick={() => setSheet(draw().toDataURL('image/png'))}>
          {t('print.print')}
        </button>
      </div>
      {sheet !== null && (
        <div className="print-sheet">
          <img src={sheet} alt={banner} onLoad={() => window.print()} />
        </div>
      )}
    </MapCard>
  );
}

/** One entry for each kind of record and each kind of track on the map, with how many. */
function useLegend({ records, tracks }: Omit<Props, 'moves'>): readonly LegendEntry[] {
  const t = useTranslate();
  const language = useLanguage();
  const views = useKindViews();
  const kinds = useKinds().data;
  const counted = new Map<string, SharedRecord[]>();
  records.forEach((record) => counted.set(record.kind, [...(counted.get(record.kind) ?? []), record]));
  const written = [...counted].map(([kind, all]): LegendEntry => {
    const { grouped, apart } = recordFeatures(all, views, language, t);
    const drawn = kind === FEATURE_KIND ? 'glyph:place:plain' : '';
    const image = [...grouped.features, ...apart.features][0]?.properties.image ?? drawn;
    return { image: drawSymbol(image), text: `${kindName(kind, kinds, language)} (${all.length})` };
  });
  const moving = DOMAINS.flatMap((domain): LegendEntry[] => {
    const all = tracks.filter((track) => track.domain === domain);
    const [first] = all;
    return first
      ? [
          {
            image: drawSymbol(`sidc:${trackSidc(first)}`),
            text: `${t('track.list')}: ${t(`track.${domain}`)} (${all.length})`,
          },
        ]
      : [];
  });
  return [...written, ...moving];
}
