import { useMemo } from 'react';
import { useTranslate } from '../i18n/translate';
import { useNode } from '../node/model/node-query';
import { screenLabel } from '../release/model/combine-labels';
import { printLabel } from '../release/model/label';
import { labelsOnScreen } from '../release/model/on-screen';
import { useStore } from '../ui/store';

/** The highest label of all that is on screen, in text and in the colors of AstroUXDS classification markings. */
export function ClassificationBanner() {
  const t = useTranslate();
  const places = useStore(labelsOnScreen);
  const exerciseNode = useNode().data?.exercise ?? false;
  const { label, unreadable, exercise } = useMemo(
    () => screenLabel([...places.values()].flat(), exerciseNode),
    [places, exerciseNode],
  );
  const classification = unreadable ? 'TOP SECRET' : (label?.classification ?? 'UNCLASSIFIED');
  const text = unreadable
    ? t('frame.unknownLabel')
    : label
      ? printLabel({ ...label, exercise: false })
      : 'UNCLASSIFIED';
  return (
    <div
      className="classification-banner"
      role="note"
      aria-label={t('frame.banner')}
      data-classification={classification}
    >
      <strong>{text}</strong>
      {exercise !== 'none' && (
        <strong className="exercise">{exercise === 'all' ? t('frame.exercise') : t('frame.mixed')}</strong>
      )}
    </div>
  );
}
