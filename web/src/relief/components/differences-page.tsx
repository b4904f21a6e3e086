import { useQuery } from '@tanstack/react-query';
import type { CaseRow, ReliefBoard, ReliefPlace } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey, type Translate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { parseLabel } from '../../release/model/label';
import { quotedTo } from '../../release/model/quoted';
import { may } from '../../session/session';
import { askNation } from '../../statements/model/ask-nation';
import { listOpenCases } from '../api/list-open-cases';
import { Heads } from './needs-page';
import { Reports, typeWord } from './places-page';

/** Where the nations contradict each other, how old each statement is, and a question with one click. */
export function DifferencesPage({ board }: { board: ReliefBoard }) {
  const t = useTranslate();
  const language = useLanguage();
  const asks = may('POST /api/v1/cases/{id}/statements');
  const cases = useQuery({
    queryKey: ['cases', 'open'],
    queryFn: ({ signal }) => listOpenCases(signal),
    enabled: asks,
  });
  const differing = board.places.filter(({ differences }) => differences.length > 0);
  if (differing.length === 0) {
    return <p className="quiet-text">{t('relief.agreed')}</p>;
  }
  return (
    <table className="audit-table">
      <Heads names={['relief.column.place', 'relief.column.differs', 'relief.column.reports', 'relief.column.ask']} />
      <tbody>
        {differing.map((place) => (
          <tr key={place.key} data-difference={place.key}>
            <td>
              <button type="button" className="link" onClick={() => openScreen('relief', `place-${place.id}`)}>
                {place.name[language]}
              </button>{' '}
              <small className="quiet-text">{typeWord(place.type, t)}</small>
            </td>
            <td>{place.differences.map((one) => t(`relief.differs.${one}`)).join(' · ')}</td>
            <td>
              <Reports place={place} />
            </td>
            <td>{asks && <Ask place={place} board={board} cases={cases.data ?? []} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** For each other nation the newest open case with it, of an exercise or of what is real, where the question is put. */
function Ask({ place, board, cases }: { place: ReliefPlace; board: ReliefBoard; cases: readonly CaseRow[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const { own, exercise } = board;
  const others = place.reports.map(({ party }) => party).filter((party) => party !== own);
  return (
    <div className="buttons">
      {others.map((party) => {
        const found = cases.find(
          ({ nations, label }) => nations.includes(party) && parseLabel(label)?.exercise === exercise,
        );
        return (
          <button
            key={party}
            type="button"
            className="button quiet"
            title={found ? t('relief.askIn', { name: found.name[language] }) : t('relief.noCase', { party })}
            onClick={() => {
              const { reports, classification } = quotedTo(party, own, place.reports);
              askNation(found?.id ?? null, own, party, question(place, [...reports], language, t), classification);
            }}
          >
            {t('relief.ask', { party })}
          </button>
        );
      })}
    </div>
  );
}

/** What each of the two says, with its time: the answer can only be about this. */
function question(place: ReliefPlace, reports: ReliefPlace['reports'], language: 'en' | 'ja', t: Translate): string {
  const said = reports.map((report) => {
    const status = t(`relief.status.${report.status}` as TextKey);
    const people = report.occupants === null ? '' : ` / ${t('relief.people', { n: report.occupants })}`;
    return `${report.party}: ${status}${people} (${zulu(report.at)})`;
  });
  return t('relief.question', { place: place.name[language], said: said.join('; ') });
}
