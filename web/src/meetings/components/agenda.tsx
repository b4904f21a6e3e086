import type { ReactNode } from 'react';
import type { MeetingItem, MeetingPage, MeetingProposal } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openRecord, openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { Glossed } from '../../glossary/components/glossed';
import { Answers } from './answers';

interface Props {
  readonly whole: MeetingPage;
  /** What may be said on a statement, and the form for it. */
  readonly buttonsOn: (record: string) => ReactNode;
}

/** The items in their order: who presents what, with which papers, and what came of it. */
export function Agenda({ whole, buttonsOn }: Props) {
  const t = useTranslate();
  return (
    <section aria-label={t('meetings.agenda')}>
      <h4>{t('meetings.agenda')}</h4>
      {whole.items.length === 0 && whole.carried.length === 0 && <p className="quiet-text">{t('meetings.noItems')}</p>}
      <ol className="agenda">
        {whole.items.map((item) => (
          <Item key={item.on} item={item} nations={whole.nations} buttonsOn={buttonsOn} />
        ))}
      </ol>
      {whole.carried.length > 0 && (
        <>
          <h4>{t('meetings.carried')}</h4>
          <ol className="agenda">
            {whole.carried.map((one) => (
              <li key={one.on} data-carried={one.on}>
                <Title title={one.title} /> <b>{t('meetings.standing.proposed')}</b> <LabelChip text={one.label} />
                <p className="quiet-text">{t('meetings.presents', { who: one.presenter })}</p>
                {one.text !== '' && <p className="case-text">{one.text}</p>}
                {buttonsOn(one.on)}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Title({ title }: { title: MeetingItem['title'] }) {
  const language = useLanguage();
  return <b className="agenda-title">{title[language]}</b>;
}

interface ItemProps extends Pick<Props, 'buttonsOn'> {
  readonly item: MeetingItem;
  readonly nations: readonly string[];
}

function Item({ item, nations, buttonsOn }: ItemProps) {
  const t = useTranslate();
  const shown = item.outcomes.filter(({ on, standing }) => on === item.outcome || standing === 'proposed');
  return (
    <li data-item={item.number} data-standing={item.proposal.standing}>
      <span className="agenda-number mono">{item.number}</span> <Title title={item.title} />{' '}
      <LabelChip text={item.label} />
      <p className="quiet-text">
        {t('meetings.presents', { who: item.presenter })}
        {item.to.length < nations.length && ` · ${t('meetings.onlyFor', { list: item.to.join(' ') })}`}
      </p>
      {item.text !== '' && (
        <p className="case-text">
          <Glossed text={item.text} />
        </p>
      )}
      <Answers proposal={item.proposal} />
      {item.papers.map((paper) => (
        <div key={paper.on} data-paper={paper.party}>
          {paper.here ? (
            <button type="button" className="link" onClick={() => openRecord(paper.record)}>
              {t('meetings.paper')}
            </button>
          ) : (
            <small className="quiet-text">{t('meetings.paperNotHere')}</small>
          )}{' '}
          <b className="mono">{paper.party}</b> {paper.text} <LabelChip text={paper.label} /> {buttonsOn(paper.on)}
        </div>
      ))}
      {buttonsOn(item.on)}
      {shown.map((one) => (
        <article key={one.on} className="case-asked" data-outcome={one.standing}>
          <Outcome proposal={one} item={item} />
          <Answers proposal={one} />
          {buttonsOn(one.on)}
        </article>
      ))}
    </li>
  );
}

function Outcome({ proposal, item }: { proposal: MeetingProposal; item: MeetingItem }) {
  const t = useTranslate();
  const language = useLanguage();
  const { result, textEn, textJa, commitment } = proposal.fields as Readonly<Record<string, unknown>>;
  return (
    <>
      <b>
        {t('meetings.outcome')}: {t(`meetings.result.${String(result)}` as TextKey)}
      </b>
      {typeof commitment === 'string' && (
        <>
          {' '}
          <button type="button" className="link" onClick={() => openScreen('commitments', commitment)}>
            {item.promise?.id === commitment ? item.promise.title[language] : t('meetings.promise')}
          </button>
        </>
      )}
      {typeof textEn === 'string' && (
        <p className="case-text" lang="en">
          {textEn}
        </p>
      )}
      {typeof textJa === 'string' && (
        <p className="case-text" lang="ja">
          {textJa}
        </p>
      )}
    </>
  );
}
