import { useState } from 'react';
import type { BatchOutcome } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { createRecords } from '../../records/api/create-records';
import { LabelEditor } from '../../release/components/label-editor';
import { useOnScreen } from '../../release/model/on-screen';
import { Failure } from '../../ui/failure';
import { draftOf, MOST_FEATURES, readFeatures, type FeatureMistake, type ReadFeatures } from './read-features';

const AT_ONCE = 50;

/** Features of a GeoJSON file, each to become a record with the label chosen here. */
export function ImportFeatures() {
  const t = useTranslate();
  const [read, setRead] = useState<ReadFeatures | { readonly mistake: FeatureMistake } | null>(null);
  const [label, setLabel] = useState('UNCLASSIFIED');
  const [outcomes, setOutcomes] = useState<readonly BatchOutcome[]>([]);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  useOnScreen('import', [label]);
  const features = read && 'features' in read ? read.features : [];
  const store = async () => {
    setBusy(true);
    setFailure(null);
    try {
      // After a failure it goes on where it was.
      for (let from = outcomes.length; from < features.length; from += AT_ONCE) {
        const drafts = features.slice(from, from + AT_ONCE).map((one) => draftOf(one, label));
        const next = await createRecords(drafts);
        setOutcomes((before) => [...before, ...next]);
      }
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const refused = outcomes.flatMap((one, n) =>
    one.outcome === 'refused' ? [{ ...one, title: features[n]?.title }] : [],
  );
  return (
    <details className="import-features">
      <summary>{t('draw.import')}</summary>
      <input
        type="file"
        accept=".json,.geojson,application/geo+json"
        aria-label={t('draw.file')}
        onChange={(event) => {
          setOutcomes([]);
          setFailure(null);
          void event.target.files?.[0]?.text().then((text) => setRead(readFeatures(text, t('draw.unnamed'))));
        }}
      />
      {read && 'mistake' in read && (
        <p className="field-error" role="alert">
          {t(`draw.mistake.${read.mistake}`, { n: MOST_FEATURES })}
        </p>
      )}
      {read && 'left' in read && read.left.length > 0 && (
        <p className="field-error" role="alert">
          {t('draw.left', { n: read.left.slice(0, 20).join(', ') })}
        </p>
      )}
      {features.length > 0 && (
        <>
          <LabelEditor text={label} title={t('label.title')} onChange={setLabel} />
          <button
            type="button"
            className="button small primary"
            disabled={busy || outcomes.length >= features.length}
            onClick={() => void store()}
          >
            {t('draw.store', { n: features.length })}
          </button>
          {(busy || outcomes.length > 0) && (
            <>
              <progress max={features.length} value={outcomes.length} aria-label={t('draw.progress')} />
              <p role="status">{t('draw.stored', { n: outcomes.length - refused.length, total: features.length })}</p>
            </>
          )}
          {refused.length > 0 && (
            <ul className="card-list">
              {refused.slice(0, 20).map(({ title, errors }, n) => (
                <li key={n} className="field-error">
                  {title}: {errors?.map(({ at, message }) => `${at} ${message}`).join(' ')}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {failure !== null && <Failure error={failure} retry={() => void store()} />}
    </details>
  );
}
