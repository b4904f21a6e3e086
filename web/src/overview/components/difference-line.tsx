import type { Differences, DifferenceHeard, DifferenceRow, DifferenceTold, DifferenceWords } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type Translate } from '../../i18n/translate';
import { openRecord, openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { may } from '../../session/session';
import { askNation } from '../../statements/model/ask-nation';
import { questionOn, quotable, wordOf } from '../model/difference-words';

interface Props {
  readonly row: DifferenceRow;
  readonly view: Differences;
}

/** One subject: what we said of it and how that stands with the partner, and what the partner said of it. */
export function DifferenceLine({ row, view }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const differs = row.differences.length > 0;
  return (
    <tr data-row={row.kind} data-differs={differs}>
      <td>
        <small className="quiet-text">{t(`differences.kind.${row.kind}`)}</small>
        <br />
        <SubjectLink row={row} />
        {differs && (
          <p className="difference-mark">
            <span aria-hidden="true">≠</span>{' '}
            {row.differences.map((one) => t(`differences.differs.${one}`)).join(' · ')}
          </p>
        )}
        {may('POST /api/v1/cases/{id}/statements') && row.kind !== 'taken-back' && (
          <button
            type="button"
            className="button quiet small"
            title={
              view.askIn
                ? t('differences.askIn', { name: view.askIn.name[language] })
                : t('differences.askNew', { party: view.party })
            }
            onClick={() => {
              const { reports, classification } = quotable(row, view.own, view.party);
              const text = questionOn(row, reports, language, t);
              askNation(view.askIn?.id ?? null, view.own, view.party, text, classification);
            }}
          >
            {t('differences.ask', { party: view.party })}
          </button>
        )}
        {row.more > 0 && <small className="quiet-text"> {t('differences.more', { n: row.more })}</small>}
      </td>
      <td>
        {row.ours.length === 0 ? '–' : row.ours.map((one) => <Told key={one.said.record} told={one} row={row} />)}
      </td>
      <td>
        {row.theirs.length === 0
          ? '–'
          : row.theirs.map((one) => <Heard key={one.record} heard={one} row={row} party={view.party} />)}
      </td>
    </tr>
  );
}

/** Where the screen of its desk shows it. */
function SubjectLink({ row }: { row: DifferenceRow }) {
  const language = useLanguage();
  const name = row.name[language] || '–';
  const open = destination(row);
  return open ? (
    <button type="button" className="link" onClick={() => openScreen(...open)}>
      {name}
    </button>
  ) : (
    <>{name}</>
  );
}

function destination({ kind, opens }: DifferenceRow): Parameters<typeof openScreen> | null {
  switch (kind) {
    case 'place':
      return ['relief', `place-${opens}`];
    case 'move':
      return ['relief', `move-${opens}`];
    case 'need':
    case 'offer':
      return ['relief'];
    case 'case':
    case 'phase':
      return ['cases', opens];
    case 'order':
      return ['acsa', opens];
    case 'taken-back':
      return null;
  }
}

function Told({ told, row }: { told: DifferenceTold; row: DifferenceRow }) {
  const t = useTranslate();
  return (
    <div className="difference-piece" data-state={told.state ?? 'unseen'}>
      <Piece words={told.said} row={row} />
      <small>
        {standing(told, t)}
        {told.inPart && ` · ${t('differences.inPart')}`}
      </small>
      {told.reasons.length > 0 && (
        <details>
          <summary>{t('differences.why')}</summary>
          <ul>
            {told.reasons.map((reason) => (
              <li key={reason.code + (reason.portion ?? '')}>{reason.text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Who does not see the whole of it is not told how it was decided. */
function standing({ state, told, confirmed }: DifferenceTold, t: Translate): string {
  switch (state) {
    case null:
      return '';
    case 'taken-back':
      return confirmed ? t('differences.state.taken-back', { time: zulu(confirmed) }) : t('differences.takenBackOpen');
    case 'confirmed':
      return t('differences.state.confirmed', { time: confirmed ? zulu(confirmed) : '–' });
    case 'on-the-way':
      return t('differences.state.on-the-way', { time: told ? zulu(told) : '–' });
    case 'review':
    case 'withheld':
      return t(`differences.state.${state}`);
  }
}

function Heard({ heard, row, party }: { heard: DifferenceHeard; row: DifferenceRow; party: string }) {
  const t = useTranslate();
  const time = heard.arrived ? zulu(heard.arrived) : '–';
  return (
    <div className="difference-piece" data-state={heard.said ? 'held' : 'taken-back'}>
      {heard.said ? <Piece words={heard.said} row={row} /> : <small>{t('differences.gone', { party, time })}</small>}
    </div>
  );
}

function Piece({ words, row }: { words: DifferenceWords; row: DifferenceRow }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <>
      <button type="button" className="link" onClick={() => openRecord(words.record)}>
        {wordOf(row, words, language, t)}
      </button>{' '}
      <small className="mono">{zulu(words.at)}</small> <LabelChip text={words.label} />
      <br />
    </>
  );
}
