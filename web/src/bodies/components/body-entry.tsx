import type { CaseRow, DirectoryBody, DirectoryOffice } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { duration } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { startRecord } from '../../records/model/start-record';
import { LabelChip } from '../../release/components/label-chip';
import { may } from '../../session/session';
import { ContactLines } from './contact-lines';

interface Props {
  readonly body: DirectoryBody;
  readonly opened: boolean;
  readonly own: string;
  /** Those that name it and that one may see. */
  readonly cases: readonly CaseRow[];
  readonly now: Date;
}

/** One body: who sits there, whether they work now, how they are reached, and which cases name it. */
export function BodyEntry({ body, opened, own, cases, now }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const nations = [...new Set(body.offices.map(({ party }) => party))];
  return (
    <details open={opened} data-body={body.code}>
      <summary>
        <b>{body.name[language]}</b> <span className="mono">{nations.join(' ')}</span>{' '}
        <small className="mono quiet-text">{body.code}</small>
        {body.offices.some(({ open }) => open) && <small className="office-open"> {t('bodies.open')}</small>}
      </summary>
      {body.offices.length === 0 && <p className="quiet-text">{t('bodies.noOffices')}</p>}
      {body.offices.map((office) => (
        <Office key={office.code} office={office} own={office.party === own} now={now} />
      ))}
      {cases.length > 0 && (
        <p className="body-cases">
          {t('bodies.cases')}{' '}
          {cases.map((one) => (
            <span key={one.id}>
              <button type="button" className="link" onClick={() => openScreen('cases', one.id)}>
                {one.name[language]}
              </button>{' '}
              <LabelChip text={one.label} />
            </span>
          ))}
        </p>
      )}
    </details>
  );
}

function Office({ office, own, now }: { office: DirectoryOffice; own: boolean; now: Date }) {
  const t = useTranslate();
  const language = useLanguage();
  return (
    <div className="office" data-office={office.code}>
      <p>
        <b className="mono">{office.party}</b> {office.name[language]}{' '}
        <small className="mono quiet-text">{office.code}</small>
        <br />
        <span className={office.open ? 'office-open' : 'quiet-text'}>
          <Standing office={office} now={now} />
        </span>{' '}
        {office.hours !== '' && (
          <small>
            <span className="mono">{`${office.hours} ${office.zone}`}</span>{' '}
            {office.said ? t('bodies.saidHours', { party: office.party }) : t('bodies.assumedHours')}
          </small>
        )}
      </p>
      {office.contacts.length === 0 && <small className="quiet-text">{t('bodies.noContacts')}</small>}
      {office.contacts.map((contact) => (
        <ContactLines key={contact.record} contact={contact} />
      ))}
      {own && may('POST /api/v1/records') && (
        <button
          type="button"
          className="button quiet small"
          onClick={() =>
            startRecord('office-contact', {
              title: { ...office.name },
              office: office.code,
              ...hoursOf(office),
            })
          }
        >
          {t('bodies.newFor')}
        </button>
      )}
    </div>
  );
}

function Standing({ office, now }: { office: DirectoryOffice; now: Date }) {
  const t = useTranslate();
  if (office.changes === null) {
    return t('bodies.always');
  }
  const time = duration(Date.parse(office.changes) - now.getTime(), t);
  return t(office.open ? 'bodies.closes' : 'bodies.opens', { time });
}

/** Without hours, an entry of the phone book says none. */
function hoursOf({ hours, zone }: DirectoryOffice): Record<string, string> {
  const [opens, closes] = hours.split('–');
  return opens && closes ? { zone, opens, closes } : {};
}
