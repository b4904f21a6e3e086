import { memo } from 'react';
import type { Kind, SharedRecord } from '../../api/types';
import type { Language } from '../../i18n/language';
import { age, localTime, zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';
import { DecisionMark } from '../../release/components/decision-mark';
import { LabelChip } from '../../release/components/label-chip';
import { kindName, recordTitle } from '../model/record-text';
import { PrecedenceMark } from './precedence-mark';

interface Props {
  readonly record: SharedRecord;
  readonly kinds: readonly Kind[];
  readonly language: Language;
  readonly selected: boolean;
  readonly isNew: boolean;
  readonly now: Date;
}

export const RecordRow = memo(function RecordRow({ record, kinds, language, selected, isNew, now }: Props) {
  const t = useTranslate();
  return (
    <li className="record-row" data-id={record.id} data-selected={selected} data-state={record.state}>
      <button type="button" aria-current={selected} onClick={() => openRecord(record.id)}>
        <span className="row-top">
          <PrecedenceMark precedence={record.precedence} />
          <span className="kind">{kindName(record.kind, kinds, language)}</span>
          {isNew && <span className="new">{t('list.new')}</span>}
          {record.state === 'recalled' && <span className="recalled">{t('record.recalled')}</span>}
        </span>
        <span className="row-title">{recordTitle(record, language, t)}</span>
        <span className="row-meta">
          <span>
            {record.origin} · {zulu(record.time, now)} <span className="local">{localTime(record.time)}</span> ·{' '}
            {age(record.time, now, t)}
          </span>
          <span className="row-releases">
            {record.releases?.map(({ party, decision, confirmed }) => (
              <span key={party} title={`${party}: ${t(`release.${decision}`)}`} data-confirmed={confirmed ?? false}>
                <DecisionMark decision={decision} size={12} />
                <span className="hidden-text">{t(`release.${decision}`)}</span>
                {party}
              </span>
            ))}
          </span>
        </span>
        <LabelChip text={record.banner} />
      </button>
    </li>
  );
});
