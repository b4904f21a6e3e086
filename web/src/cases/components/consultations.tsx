import type { CaseConsultation, CasePage, CaseStep } from '../../api/types';
import { zulu } from '../../i18n/time';
import { useTranslate, type Translate } from '../../i18n/translate';
import { prefill } from '../../navigation/prefill';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { StepButtons } from './step-buttons';
import { useBodies } from './use-bodies';

interface Props {
  readonly whole: CasePage;
  readonly stepsOn: (record: string) => readonly CaseStep[];
  readonly onStep: (step: CaseStep) => void;
}

/** Consultations, and the minutes of each: every nation's own version, paragraph beside paragraph. */
export function Consultations({ whole, stepsOn, onStep }: Props) {
  const t = useTranslate();
  const { nameOf } = useBodies();
  if (whole.consultations.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{t('cases.consultations')}</h4>
      {whole.consultations.map((one) => (
        <article key={one.on} className="case-asked" data-agreed={one.agreed}>
          <header>
            <b>{nameOf(one.body)}</b> {one.at && <span className="mono">{zulu(one.at)}</span>}{' '}
            <span className="mono">{one.to.join(' ')}</span>{' '}
            <b>{one.withdrawn ? t('cases.asked.withdrawn') : one.agreed ? t('cases.agreed') : t('cases.notAgreed')}</b>
          </header>
          <p>{one.text}</p>
          {one.versions.length > 0 && <Compare consultation={one} />}
          <StepButtons steps={stepsOn(one.on)} onStep={onStep} />
          {!one.withdrawn && one.versions.length === 0 && may('POST /api/v1/meetings') && (
            <button type="button" className="button quiet" onClick={() => meetingFor(whole, one)}>
              {t('cases.callMeeting')}
            </button>
          )}
          {one.agreed && may('POST /api/v1/commitments') && (
            <button type="button" className="button quiet" onClick={() => recordFrom(whole, one, nameOf(one.body), t)}>
              {t('cases.recordCommitment')}
            </button>
          )}
        </article>
      ))}
    </section>
  );
}

/** Hands the agreed minutes to the form of a new commitment, to be looked at and sent by a person. */
function recordFrom(whole: CasePage, one: CaseConsultation, body: string, t: Translate): void {
  const held = one.at?.slice(0, 10) ?? '';
  const minutes = one.versions.find(({ party }) => party === whole.own)?.on ?? '';
  prefill.set({
    act: 'record',
    fields: {
      meeting: one.body,
      held,
      minutes,
      reference: t('cases.minutesOf', { body, held }).slice(0, 200),
      to: one.to.join(' '),
      exercise: String(whole.exercise),
    },
  });
  openScreen('commitments', 'new');
}

/** Hands the consultation to the form of a new meeting with an agenda. */
function meetingFor(whole: CasePage, one: CaseConsultation): void {
  prefill.set({
    act: 'call',
    fields: {
      body: one.body,
      starts: one.at?.slice(0, 16).replace('T', ' ') ?? '',
      text: one.text,
      consultation: one.on,
      to: one.to.join(' '),
      exercise: String(whole.exercise),
    },
  });
  openScreen('meetings', 'new');
}

function Compare({ consultation }: { consultation: CaseConsultation }) {
  const t = useTranslate();
  const columns = consultation.to.map((party) => ({
    party,
    paragraphs: paragraphsOf(consultation.versions.find((one) => one.party === party)?.text ?? ''),
    agreed: consultation.agreedBy.includes(party),
  }));
  const rows = Math.max(...columns.map(({ paragraphs }) => paragraphs.length));
  const differs = new Set(columns.map(({ paragraphs }) => paragraphs.length)).size > 1;
  return (
    <>
      <table className="audit-table case-compare">
        <thead>
          <tr>
            {columns.map(({ party, agreed }) => (
              <th key={party} scope="col">
                <span className="mono">{party}</span> <small>{agreed ? t('cases.agreedBy') : ''}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {columns.map(({ party, paragraphs }) => (
                <td key={party}>{paragraphs[row] ?? <span className="quiet-text">–</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {differs && (
        <p className="notice" data-tone="caution">
          {t('cases.minutesDiffer')}
        </p>
      )}
    </>
  );
}

function paragraphsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
