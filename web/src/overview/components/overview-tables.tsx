import type { ReactNode } from 'react';
import type { Overview } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { age, zulu } from '../../i18n/time';
import { isTextKey, useTranslate, type TextKey, type Translate } from '../../i18n/translate';
import { openScreen, type Screen } from '../../navigation/route';

/** Every desk's state in figures; each heading opens the desk. */
export function OverviewTables({ overview }: { overview: Overview }) {
  return (
    <div className="overview-grid">
      <Unanswered overview={overview} />
      <Cases overview={overview} />
      <Figures
        name="duties"
        screen="cases"
        subject="inbox"
        rows={(['overdue', 'due', 'awaiting', 'late'] as const).map((one) => [
          `overview.duty.${one}`,
          overview.duties[one],
          one === 'overdue' || one === 'late',
        ])}
      />
      <Figures
        name="commitments"
        screen="commitments"
        subject={null}
        rows={(['overdue', 'within7', 'within30', 'within90', 'later', 'over', 'todo', 'unagreed'] as const).map(
          (one) => [`overview.commitment.${one}`, overview.commitments[one], one === 'overdue'],
        )}
      />
      <Figures
        name="meetings"
        screen="meetings"
        subject={null}
        rows={(['within24Hours', 'within7', 'later', 'unagreed', 'todo'] as const).map((one) => [
          `overview.meeting.${one}`,
          overview.meetings[one],
          false,
        ])}
      />
      <Figures
        name="moves"
        screen="relief"
        subject="moves"
        rows={(['planned', 'underWay', 'delayed', 'silent', 'overClosed'] as const).map((one) => [
          `overview.move.${one}`,
          overview.moves[one],
          one === 'silent' || one === 'overClosed',
        ])}
      />
      {overview.reviews && (
        <Figures
          name="reviews"
          screen="reviews"
          subject={null}
          rows={(['waiting', 'overdue', 'emergencies', 'emergenciesOverdue'] as const).map((one) => [
            `overview.review.${one}`,
            overview.reviews?.[one] ?? 0,
            one === 'overdue' || one === 'emergenciesOverdue',
          ])}
        />
      )}
      <Places overview={overview} />
      <Offers overview={overview} />
      {overview.links.length > 0 && <Links overview={overview} />}
    </div>
  );
}

interface PartProps {
  readonly name:
    | 'cases'
    | 'unanswered'
    | 'duties'
    | 'places'
    | 'offers'
    | 'moves'
    | 'meetings'
    | 'commitments'
    | 'reviews'
    | 'links';
  readonly screen: Screen;
  readonly subject?: string | null;
  readonly children: ReactNode;
}

function Part({ name, screen, subject = null, children }: PartProps) {
  const t = useTranslate();
  return (
    <section className="overview-part" data-part={name}>
      <h4>
        <button type="button" className="link" onClick={() => openScreen(screen, subject)}>
          {t(`overview.${name}`)}
        </button>
      </h4>
      {children}
    </section>
  );
}

function Table({ heads, rows }: { heads: readonly TextKey[]; rows: readonly ReactNode[] }) {
  const t = useTranslate();
  return rows.length === 0 ? (
    <p className="quiet-text">{t('overview.nothing')}</p>
  ) : (
    <table className="audit-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  );
}

interface FiguresProps extends Omit<PartProps, 'children'> {
  /** What is counted, how many, and whether any of it is bad news. */
  readonly rows: readonly (readonly [TextKey, number, boolean])[];
}

function Figures({ rows, ...part }: FiguresProps) {
  const t = useTranslate();
  return (
    <Part {...part}>
      <table className="audit-table">
        <tbody>
          {rows.map(([word, n, bad]) => (
            <tr key={word} data-figure={word.split('.').at(-1)}>
              <th scope="row">{t(word)}</th>
              <td className={bad && n > 0 ? 'case-late figure' : 'figure'}>{n}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Cases({ overview }: { overview: Overview }) {
  const t = useTranslate();
  return (
    <Part name="cases" screen="cases">
      <Table
        heads={['overview.column.phase', 'overview.column.level', 'overview.column.open', 'overview.column.overdue']}
        rows={overview.cases.map((one) => (
          <tr key={`${one.phase} ${one.level}`}>
            <td>{t(`cases.phase.${one.phase}` as TextKey)}</td>
            <td>{one.level === '' ? '–' : t(`cases.level.${one.level}` as TextKey)}</td>
            <td className="figure">{one.open}</td>
            <td className={one.overdue > 0 ? 'case-late figure' : 'figure'}>{one.overdue}</td>
          </tr>
        ))}
      />
    </Part>
  );
}

function Unanswered({ overview }: { overview: Overview }) {
  const t = useTranslate();
  const language = useLanguage();
  const now = new Date(overview.now);
  return (
    <Part name="unanswered" screen="cases" subject="inbox">
      <Table
        heads={[
          'overview.column.waits',
          'overview.column.asks',
          'overview.column.asked',
          'overview.column.about',
          'overview.column.due',
        ]}
        rows={overview.unanswered.map((one) => (
          <tr key={one.on} data-unanswered={one.on} data-mine={one.mine}>
            <td>{age(one.asked, now, t)}</td>
            <td className="mono">{one.party}</td>
            <td>
              <span className="mono">{one.to.join(' ')}</span>{' '}
              {one.mine && <b className="case-new">{t('overview.us')}</b>}
            </td>
            <td>
              <button type="button" className="link" onClick={() => openScreen('cases', one.caseId)}>
                {one.name[language]}
              </button>{' '}
              {t(`cases.act.${one.act}` as TextKey)}
              <br />
              <small>{one.text.slice(0, 140)}</small>
            </td>
            <td className="mono">
              {one.due ? zulu(one.due, now) : '–'} {one.late && <b className="case-late">{t('overview.late')}</b>}
            </td>
          </tr>
        ))}
      />
    </Part>
  );
}

function Places({ overview }: { overview: Overview }) {
  const t = useTranslate();
  const words = ['usable', 'closed', 'unclear', 'contradicting'] as const;
  return (
    <Part name="places" screen="relief" subject="places">
      <Table
        heads={['overview.column.type', ...words.map((word) => `overview.column.${word}` as const)]}
        rows={overview.places.map((one) => {
          const key = `relief.place.${one.type}`;
          return (
            <tr key={one.type}>
              <td>{isTextKey(key) ? t(key) : one.type}</td>
              {words.map((word) => (
                <td key={word} className={word === 'contradicting' && one[word] > 0 ? 'case-late figure' : 'figure'}>
                  {one[word]}
                </td>
              ))}
            </tr>
          );
        })}
      />
    </Part>
  );
}

function Offers({ overview }: { overview: Overview }) {
  const t = useTranslate();
  return (
    <Part name="offers" screen="relief">
      <Table
        heads={[
          'overview.column.nation',
          'overview.column.source',
          'overview.column.category',
          'overview.column.offers',
          'overview.column.left',
        ]}
        rows={overview.offers.map((one) => (
          <tr key={`${one.party} ${one.source} ${one.category}`} data-offered={one.source}>
            <td className="mono">{one.party}</td>
            <td>{t(`overview.source.${one.source}`)}</td>
            <td>{categoryOf(one, t)}</td>
            <td className="figure">{one.offers}</td>
            <td className="figure">{one.open}</td>
          </tr>
        ))}
      />
    </Part>
  );
}

/** As the desk names it; its own word where that has no text. */
function categoryOf({ source, category }: Overview['offers'][number], t: Translate): string {
  const prefix = { relief: 'relief.item.', case: 'cases.choice.', move: 'moves.means.', order: 'acsa.choice.' };
  const key = prefix[source] + category;
  return category === '' ? '–' : isTextKey(key) ? t(key) : category;
}

function Links({ overview }: { overview: Overview }) {
  const t = useTranslate();
  const now = new Date(overview.now);
  return (
    <Part name="links" screen="links">
      <Table
        heads={['overview.column.nation', 'overview.column.state', 'overview.column.waiting']}
        rows={overview.links.map((one) => (
          <tr key={one.node} data-link={one.state}>
            <td>
              <b className="mono">{one.party}</b> <small className="mono">{one.node}</small>
            </td>
            <td className={one.state === 'up' ? undefined : 'case-late'}>
              {t(`links.${one.state}` as TextKey)}
              {one.since !== '' && <small className="quiet-text"> {age(one.since, now, t)}</small>}
            </td>
            <td className="figure">{one.waiting}</td>
          </tr>
        ))}
      />
    </Part>
  );
}
