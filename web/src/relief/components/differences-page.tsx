import { useQuery } from '@tanstack/react-query';
import type { CaseRow, ReliefBoard, ReliefPlace } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate, type TextKey, type Translate } from '../../i18n/translate';
import { prefill } from '../../navigation/prefill';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { listOpenCases } from '../api/list-open-cases';
import { Heads } from './needs-page';
import { Reports, typeWord } from './places-page';

const HOURS_TO_ANSWER = 6;

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
            <td>{asks && <Ask place={place} own={board.own} cases={cases.data ?? []} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** For each other nation the newest open case with it, where the question is put. */
function Ask({ place, own, cases }: { place: ReliefPlace; own: string; cases: readonly CaseRow[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const others = place.reports.map(({ party }) => party).filter((party) => party !== own);
  return (
    <div className="buttons">
      {others.map((party) => {
        const found = cases.find(({ nations }) => nations.includes(party));
        return (
          <button
            key={party}
            type="button"
            className="button quiet"
            title={found ? t('relief.askIn', { name: found.name[language] }) : t('relief.noCase', { party })}
            onClick={() => ask(found, question(place, language, t))}
          >
            {t('relief.ask', { party })}
          </button>
        );
      })}
    </div>
  );
}

function ask(found: CaseRow | undefined, text: string): void {
  const due = new Date(Date.now() + HOURS_TO_ANSWER * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  prefill.set({ act: 'ask', fields: { text, due } });
  openScreen('cases', found?.id ?? 'new');
}

/** What each nation says, with its time: the answer can only be about this. */
function question(place: ReliefPlace, language: 'en' | 'ja', t: Translate): string {
  const said = place.reports.map((report) => {
    const status = t(`relief.status.${report.status}` as TextKey);
    const people = report.occupants === null ? '' : ` / ${t('relief.people', { n: report.occupants })}`;
    return `${report.party}: ${status}${people} (${zulu(report.at)})`;
  });
  return t('relief.question', { place: place.name[language], said: said.join('; ') });
}
