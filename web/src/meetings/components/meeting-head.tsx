import type { ReactNode } from 'react';
import type { MeetingPage, MeetingProposal } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { DocumentButton } from '../../ui/document-button';
import { makeAgenda } from '../api/make-agenda';
import { MeetingMark, WhenAndWhere } from './meeting-mark';
import { Answers } from './answers';
import { useBodyName } from './use-meetings';

interface Props {
  readonly whole: MeetingPage;
  readonly buttonsOn: (record: string) => ReactNode;
}

/** Who meets when and where, what is proposed instead, and what is still to be done. */
export function MeetingHead({ whole, buttonsOn }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const nameOf = useBodyName();
  const { follows, caseId, ending } = whole;
  const open = whole.schedules.filter(({ standing }) => standing === 'proposed');
  return (
    <header className="case-head meeting-head">
      <h3>{whole.title[language]}</h3>
      <p>
        <MeetingMark state={whole.state} /> <LabelChip text={whole.label} />
      </p>
      <DocumentButton make={() => makeAgenda(whole.id)} name={`agenda-${whole.id.slice(0, 8)}`} text="meetings.pdf" />
      <p data-part="when">
        <WhenAndWhere of={whole} />
      </p>
      <p>
        {nameOf(whole.body)} · <span className="mono">{whole.nations.join(' ')}</span>{' '}
        {follows && (
          <button type="button" className="link" onClick={() => openScreen('meetings', follows)}>
            {t('meetings.before')}
          </button>
        )}{' '}
        {caseId && (
          <button type="button" className="link" onClick={() => openScreen('cases', caseId)}>
            {t('meetings.ofCase')}
          </button>
        )}
      </p>
      {whole.text !== '' && <p className="case-text">{whole.text}</p>}
      {ending && (
        <p className="notice" data-tone="caution">
          {t(whole.state === 'held' ? 'meetings.heldBy' : 'meetings.cancelledBy', {
            party: ending.party,
            time: zulu(ending.time),
          })}{' '}
          {ending.text}
        </p>
      )}
      {whole.waiting.length > 0 && (
        <p className="notice" data-tone="caution">
          {t('cases.waiting', { n: whole.waiting.length })}
        </p>
      )}
      {whole.duties.length > 0 && (
        <ul className="case-list" aria-label={t('meetings.duties')}>
          {whole.duties.map((duty) => (
            <li key={duty.kind + duty.party + duty.on} data-duty={`${duty.kind} ${duty.party}`}>
              <b className="mono">{duty.party}</b>{' '}
              {t('commitments.hasTo', { what: t(`meetings.duty.${duty.kind}` as TextKey) })}
            </li>
          ))}
        </ul>
      )}
      {(whole.state === 'proposed' || whole.state === 'agreed' || whole.state === 'moved') &&
        open.map((one) => (
          <article key={one.on} className="case-asked" data-schedule={one.standing}>
            <b>{t('meetings.proposedTime')}</b> <Schedule proposal={one} />
            <Answers proposal={one} />
            {buttonsOn(one.on)}
          </article>
        ))}
    </header>
  );
}

function Schedule({ proposal }: { proposal: MeetingProposal }) {
  const { starts, minutes, zone, place, text } = proposal.fields as Readonly<Record<string, unknown>>;
  const begins = String(starts);
  const ends = new Date(Date.parse(begins) + Number(minutes) * 60_000).toISOString();
  return (
    <>
      <WhenAndWhere of={{ starts: begins, ends, zone: String(zone), place: String(place) }} />
      {typeof text === 'string' && <p className="case-text">{text}</p>}
    </>
  );
}
