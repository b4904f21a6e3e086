import type { Person } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { may, session } from '../../session/session';
import { useStore } from '../../ui/store';

interface Props {
  readonly people: readonly Person[];
  readonly onChange: (person: Person) => void;
  readonly onInvite: (person: Person) => void;
  readonly onSessions: (person: Person) => void;
  readonly onActivate: (person: Person) => void;
}

export function PeopleTable({ people, onChange, onInvite, onSessions, onActivate }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const own = useStore(session).caller?.person?.id;
  const administers = may('PUT /api/v1/people/{id}');
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('people.signInName')}</th>
          <th scope="col">{t('people.name')}</th>
          <th scope="col">{t('people.nation')}</th>
          <th scope="col">{t('people.roles')}</th>
          <th scope="col">{t('people.clearance')}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} data-person={person.signInName} data-active={person.active}>
            <td className="mono">{person.signInName}</td>
            <td>
              {person.name[language]}{' '}
              <small className="quiet-text">
                {[person.organisation, ...person.bodies].filter(Boolean).join(' · ')}
              </small>
            </td>
            <td>{person.nation}</td>
            <td>{person.active ? person.roles.map((role) => t(`role.${role}`)).join(' · ') : t('people.inactive')}</td>
            <td className="mono">
              {[
                person.clearance.replace('_', ' '),
                ...person.caveats,
                person.clearedUntil ? `– ${person.clearedUntil}` : '',
              ]
                .filter((one) => one !== '')
                .join(' ')}
            </td>
            <td>
              <span className="buttons">
                {administers && person.id !== own && (
                  <>
                    <button type="button" className="button small" onClick={() => onChange(person)}>
                      {t('people.change')}
                    </button>
                    {person.active && (
                      <button type="button" className="button small" onClick={() => onInvite(person)}>
                        {t('people.invite')}
                      </button>
                    )}
                    <button type="button" className="button small" onClick={() => onActivate(person)}>
                      {person.active ? t('people.deactivate') : t('people.activate')}
                    </button>
                  </>
                )}
                <button type="button" className="button small" onClick={() => onSessions(person)}>
                  {t('people.sessions')}
                </button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
