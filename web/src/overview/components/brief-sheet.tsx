import type { BriefLine, BriefSection, HandoverBrief } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu, zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openRecord, openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { parseLabel } from '../../release/model/label';

/** A brief as it is read and printed: its marking stands above and below every page. */
export function BriefSheet({ brief }: { brief: HandoverBrief }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <article className="brief-sheet" aria-label={t('overview.briefTitle')}>
      <Marking label={brief.label} part="head" />
      <div className="brief-body">
        <header>
          <h3>{t('overview.briefTitle')}</h3>
          <p>
            {brief.name[language]} <span className="mono">{brief.node}</span>
          </p>
          <p className="mono">
            {t('overview.briefSpan', {
              from: zuluFull(brief.since),
              until: zuluFull(brief.until),
              next: zuluFull(brief.next),
            })}
          </p>
        </header>
        {brief.sections.map((section) => (
          <Section key={section.code} section={section} now={new Date(brief.until)} />
        ))}
        <p className="quiet-text">{t('overview.page', { node: brief.node, time: zuluFull(brief.until) })}</p>
      </div>
      <Marking label={brief.label} part="foot" />
    </article>
  );
}

/** What cannot be read counts as the highest. */
function Marking({ label, part }: { label: string | null; part: 'head' | 'foot' }) {
  const text = label ?? 'UNCLASSIFIED';
  const classification = parseLabel(text)?.classification ?? 'TOP SECRET';
  return (
    <div className="brief-marking" data-part={part}>
      <div className="brief-band" data-classification={classification}>
        <strong>{text}</strong>
      </div>
    </div>
  );
}

function Section({ section, now }: { section: BriefSection; now: Date }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <section data-section={section.code}>
      <h4>
        {section.title[language]} <b>{section.lines.length + section.more}</b>
      </h4>
      {section.lines.length === 0 ? (
        <p className="quiet-text">{t('overview.nothing')}</p>
      ) : (
        <table className="brief-lines">
          <tbody>
            {section.lines.map((line, place) => (
              <Line key={`${place} ${line.subject}`} line={line} now={now} />
            ))}
          </tbody>
        </table>
      )}
      {section.more > 0 && <p className="quiet-text">{t('overview.more', { n: section.more })}</p>}
    </section>
  );
}

function Line({ line, now }: { line: BriefLine; now: Date }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <tr data-late={line.late}>
      <td className="mono brief-time">
        {line.at ? zulu(line.at, now) : '–'} {line.late && <b className="case-late">{t('overview.late')}</b>}
      </td>
      <td className="mono">{line.party}</td>
      <td>
        <button type="button" className="link" onClick={() => open(line)}>
          {line.about[language]}
        </button>{' '}
        {line.what[language]}
        {line.text !== '' && (
          <>
            <br />
            <small className="case-text">{line.text}</small>
          </>
        )}
      </td>
      <td className="brief-label">{line.label && <LabelChip text={line.label} />}</td>
    </tr>
  );
}

function open({ screen, subject }: BriefLine): void {
  if (screen === 'log') {
    openScreen('overview', 'log');
  } else if (screen !== 'record') {
    openScreen(screen, subject);
  } else if (subject !== null) {
    openRecord(subject);
  }
}
