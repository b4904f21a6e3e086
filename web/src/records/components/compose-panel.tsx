import { useState } from 'react';
import type { SharedRecord } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { mayWrite } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { draftOf, emptyDraft } from '../model/draft-state';
import { dropDraft, loadDraft } from '../model/draft-storage';
import { fieldsOf } from '../model/field-schema';
import { useKinds, useRecord } from '../model/record-queries';
import { ComposeForm } from './compose-form';

/** Writes a record or its next revision. Waits for what the form is made of, then hands over. */
export function ComposePanel({ revises }: { revises: string | null }) {
  const t = useTranslate();
  const kinds = useKinds();
  const record = useRecord(revises);
  const [round, setRound] = useState(0);
  if (kinds.isError || record.isError) {
    return <Failure error={kinds.error ?? record.error} />;
  }
  if (!kinds.data || (revises !== null && !record.data)) {
    return <Loading />;
  }
  const first = kinds.data.find(({ kind }) => kind === 'situation-report') ?? kinds.data[0];
  if (!first && revises === null) {
    return <p className="empty">{t('form.kindsMissing')}</p>;
  }
  const before: SharedRecord | null = record.data ?? null;
  const beforeKind = kinds.data.find(({ kind }) => kind === before?.kind);
  const initial =
    loadDraft(revises) ??
    (before ? draftOf(before, beforeKind ? fieldsOf(beforeKind) : []) : emptyDraft(first?.kind ?? '', new Date()));
  return (
    <ComposeForm
      key={round}
      kinds={kinds.data.filter(({ kind }) => mayWrite(kind) || kind === before?.kind)}
      initial={initial}
      revises={before}
      onDiscard={() => {
        dropDraft(revises);
        setRound(round + 1);
      }}
    />
  );
}
