import { useEffect } from 'react';
import { useTranslate } from '../../i18n/translate';
import { closePanel, compose, route } from '../../navigation/route';
import { emptyDraft } from '../../records/model/draft-state';
import { keepDraft, loadDraft } from '../../records/model/draft-storage';
import { pointsOf, readGeometry, type ShapeGeometry } from '../../records/model/geometry';
import { formatPosition } from '../../records/model/position';
import { may } from '../../session/session';
import { Icon } from '../../ui/icon';
import { useStore } from '../../ui/store';
import { MapCard } from '../tools/map-card';
import { mapClick } from '../tools/map-click';
import { openTool } from '../tools/open-tool';
import { askedGeometry } from '../tools/pick-position';
import { PositionEntry } from '../tools/position-entry';
import { drawing, NO_DRAWING, placed, without } from './drawing-state';
import { ImportFeatures } from './import-features';
import { geometryOf, shapeOf, SHAPES, type Shape } from './shape';

/** Draws an area, a route, a point or words, by the pointer or by typed positions; it becomes a record. */
export function DrawCard() {
  const t = useTranslate();
  const now = useStore(drawing);
  const asked = useStore(askedGeometry);
  const geometry = geometryOf(now.shape, now.points);
  useEffect(() => {
    const before = readGeometry(asked?.geometry);
    drawing.set(before ? { shape: shapeOf(before), points: pointsOf(before), moving: null } : NO_DRAWING);
    mapClick.set((position) => drawing.update((one) => placed(one, position)));
    return () => {
      mapClick.set(null);
      drawing.set(NO_DRAWING);
    };
  }, [asked]);
  const close = () => {
    askedGeometry.set(null);
    openTool.set(null);
  };
  return (
    <MapCard title={t('draw.title')} onClose={close}>
      <p className="hint">{now.moving === null ? t('draw.hint') : t('draw.moving', { n: now.moving + 1 })}</p>
      <div className="choices" role="radiogroup" aria-label={t('draw.shape')}>
        {SHAPES.map((shape) => (
          <label key={shape}>
            <input
              type="radio"
              name="shape"
              checked={now.shape === shape}
              onChange={() => drawing.update((one) => ({ ...one, shape, moving: null }))}
            />{' '}
            {t(`draw.${shape}`)}
          </label>
        ))}
      </div>
      <PositionEntry button={t('tool.add')} onEnter={(position) => drawing.update((one) => placed(one, position))} />
      <Points />
      <div className="buttons">
        {asked ? (
          <button
            type="button"
            className="button small primary"
            disabled={geometry === null}
            onClick={() => {
              asked.done(geometry);
              close();
            }}
          >
            {t('draw.use')}
          </button>
        ) : (
          may('POST /api/v1/records') && (
            <button
              type="button"
              className="button small primary"
              disabled={geometry === null}
              onClick={() => geometry && write(now.shape, geometry)}
            >
              {loadDraft(null) === null ? t('draw.write') : t('draw.writeInstead')}
            </button>
          )
        )}
        <button
          type="button"
          className="button small quiet"
          disabled={now.points.length === 0}
          onClick={() => drawing.update((one) => ({ ...one, points: [], moving: null }))}
        >
          {t('tool.clear')}
        </button>
      </div>
      {!asked && may('POST /api/v1/records/batch') && <ImportFeatures />}
    </MapCard>
  );
}

/** What is drawn goes into the form, where it gets its label, and from there to whom it may. */
function write(shape: Shape, geometry: ShapeGeometry): void {
  const draft = emptyDraft('feature', new Date());
  keepDraft(null, {
    ...draft,
    inputs: { ...draft.inputs, shape: { value: shape }, geometry: { value: JSON.stringify(geometry) } },
  });
  // A form that stands open already begins anew with this draft.
  if (route.get().panel.kind === 'compose') {
    closePanel();
  }
  setTimeout(() => compose(null));
  openTool.set(null);
}

function Points() {
  const t = useTranslate();
  const { points, moving } = useStore(drawing);
  return (
    <ol className="points">
      {points.map((point, n) => (
        <li key={n} data-moving={n === moving}>
          <span className="mono">{formatPosition(point, 4)}</span>
          <button
            type="button"
            className="link"
            aria-pressed={n === moving}
            onClick={() => drawing.update((one) => ({ ...one, moving: one.moving === n ? null : n }))}
          >
            {t('draw.move')}
          </button>
          <button
            type="button"
            className="button icon-only"
            aria-label={t('draw.remove', { n: n + 1 })}
            onClick={() => drawing.update((one) => without(one, n))}
          >
            <Icon name="close" size={13} />
          </button>
        </li>
      ))}
    </ol>
  );
}
