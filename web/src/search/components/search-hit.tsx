import type { Kind, SearchHit, SearchPassage } from '../../api/types';
import type { Language } from '../../i18n/language';
import { age, localTime, zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord, openScreen } from '../../navigation/route';
import { kindName, recordTitle } from '../../records/model/record-text';
import { PrecedenceMark } from '../../records/components/precedence-mark';
import { LabelChip } from '../../release/components/label-chip';
import { may } from '../../session/session';
import { pieces } from '../model/pieces';
import { deskOf } from '../model/where';

interface Props {
  readonly hit: SearchHit;
  readonly kinds: readonly Kind[];
  readonly language: Language;
  readonly selected: boolean;
  readonly now: Date;
}

function Passage({ passage }: { passage: SearchPassage }) {
  const t = useTranslate();
  return (
    <span className="passage">
      {passage.page !== null && <small className="quiet-text">{t('find.page', { n: passage.page })} </small>}
      {pieces(passage).map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))}
    </span>
  );
}

export function SearchHitRow({ hit: { record, passages, files }, kinds, language, selected, now }: Props) {
  const t = useTranslate();
  const desk = deskOf(record);
  return (
    <li className="record-row search-hit" data-id={record.id} data-selected={selected} data-state={record.state}>
      <button type="button" aria-current={selected} onClick={() => openRecord(record.id)}>
        <span className="row-top">
          <PrecedenceMark precedence={record.precedence} />
          <span className="kind">{kindName(record.kind, kinds, language)}</span>
          {record.state === 'recalled' && <span className="recalled">{t('record.recalled')}</span>}
        </span>
        <span className="row-title">{recordTitle(record, language, t)}</span>
        {passages.map((passage, index) => (
          <Passage key={index} passage={passage} />
        ))}
        {files.map((file) => (
          <span key={file.sha256} className="found-file" data-file={file.name}>
            <small>
              {t('find.inFile')} <b>{file.name}</b>
            </small>
            {file.passages.map((passage, index) => (
              <Passage key={index} passage={passage} />
            ))}
          </span>
        ))}
        <span className="row-meta">
          <span>
            {record.origin} · {zulu(record.time, now)} <span className="local">{localTime(record.time)}</span> ·{' '}
            {age(record.time, now, t)}
          </span>
        </span>
        <LabelChip text={record.banner} />
      </button>
      {desk !== null && may(desk.needs) && (
        <button type="button" className="button quiet small" onClick={() => openScreen(desk.screen, desk.subject)}>
          {t('find.toDesk', { desk: t(`nav.${desk.screen}`) })}
        </button>
      )}
    </li>
  );
}
