import { useEffect, useState } from 'react';
import type { SharedRecord } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { enterInLog } from '../../navigation/log-link';
import { compose, openScreen } from '../../navigation/route';
import { may, mayWrite } from '../../session/session';
import { createStore, useStore } from '../../ui/store';
import { recordTitle } from '../model/record-text';
import { RecallForm } from './recall-form';

/** Counts the times somebody asked for a recall from the palette. */
export const recallAsked = createStore(0);

export function RecordActions({ record }: { record: SharedRecord }) {
  const t = useTranslate();
  const language = useLanguage();
  const [recalling, setRecalling] = useState(false);
  const [outcome, setOutcome] = useState<readonly string[] | null>(null);
  const asked = useStore(recallAsked);
  const [answered, setAnswered] = useState(asked);
  // Whoever sees less than the whole would cut away what is not seen.
  const whole = record.own && record.releases !== undefined;
  const writable = whole && record.state === 'current' && may('POST /api/v1/records/{id}/recall');
  const mine = writable && mayWrite(record.kind);
  // An entry of the log of a watch is put right by another one.
  const revisable = mine && record.kind !== 'watch-entry';
  // To take a statement back is a matter of release as well.
  const recallable = mine || (writable && may('POST /api/v1/reviews/rulings'));
  useEffect(() => {
    if (asked !== answered) {
      setAnswered(asked);
      setRecalling(recallable);
    }
  }, [asked, answered, recallable]);
  return (
    <footer className="panel-actions">
      {outcome && (
        <p className="notice" data-tone="normal" role="status">
          {outcome.length > 0 ? t('recall.done', { parties: outcome.join(', ') }) : t('recall.doneNone')}
        </p>
      )}
      {recalling && recallable ? (
        <RecallForm
          record={record}
          onCancel={() => setRecalling(false)}
          onDone={(parties) => {
            setRecalling(false);
            setOutcome(parties);
          }}
        />
      ) : (
        <div className="buttons">
          {revisable && (
            <button type="button" className="button primary" onClick={() => compose(record.id)}>
              {t('record.revise')}
            </button>
          )}
          {may('POST /api/v1/watch-log') && record.state === 'current' && (
            <button
              type="button"
              className="button quiet"
              onClick={() => enterInLog({ to: 'record', id: record.id, name: recordTitle(record, language, t) })}
            >
              {t('log.about')}
            </button>
          )}
          {may('GET /api/v1/audit') && (
            <button type="button" className="button" onClick={() => openScreen('audit', record.id)}>
              {t('record.audit')}
            </button>
          )}
          {recallable && (
            <button type="button" className="button quiet" onClick={() => setRecalling(true)}>
              {t('record.recall')}
            </button>
          )}
        </div>
      )}
    </footer>
  );
}
