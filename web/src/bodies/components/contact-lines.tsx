import type { OfficeContact } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zulu } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { compose, openRecord } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { may } from '../../session/session';

/** One entry of the phone book, as its nation says it. */
export function ContactLines({ contact }: { contact: OfficeContact }) {
  const t = useTranslate();
  const language = useLanguage();
  const revisable = contact.own && may('PUT /api/v1/records/{id}');
  const lines = [
    ['telephone', contact.telephone],
    ['mail', contact.mail],
    ['radio', contact.radio],
    ['chat', contact.chat],
    ['duty', contact.duty[language]],
    ['languages', contact.languages],
    ['remarks', contact.remarks[language]],
  ] as const;
  return (
    <div className="contact" data-contact={contact.record}>
      <span>
        <b>{contact.name[language]}</b> <small>{t('bodies.says', { party: contact.party })}</small>{' '}
        <small className="mono">{zulu(contact.at)}</small> <LabelChip text={contact.label} />
      </span>
      <dl>
        {lines
          .filter(([, text]) => text !== '')
          .map(([name, text]) => (
            <div key={name}>
              <dt>{t(`bodies.${name}`)}</dt>
              <dd className={name === 'telephone' || name === 'mail' ? 'mono' : undefined}>{text}</dd>
            </div>
          ))}
      </dl>
      <button
        type="button"
        className="button quiet small"
        onClick={() => (revisable ? compose(contact.record) : openRecord(contact.record))}
      >
        {t(revisable ? 'bodies.revise' : 'bodies.record')}
      </button>
    </div>
  );
}
