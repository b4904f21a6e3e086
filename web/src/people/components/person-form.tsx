import { useId, type FormEvent } from 'react';
import { isProblem } from '../../api/problem';
import type { Person, PersonDraft, Role } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';

const ROLES: readonly Role[] = [
  'watch-officer',
  'desk-officer',
  'coordination-officer',
  'relief-officer',
  'acsa-officer',
  'planner',
  'release-officer',
  'security-officer',
  'administrator',
  'liaison',
  'auditor',
  'feed',
  'observer',
];
const LEVELS = ['UNCLASSIFIED', 'RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET'] as const;
const LANGUAGES = ['ja', 'en'] as const;
const TEXTS = ['nameEn', 'nameJa', 'nation', 'organisation', 'bodies', 'caveats', 'clearedUntil'] as const;

interface Props {
  /** Null for somebody new. */
  readonly person: Person | null;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onSubmit: (draft: PersonDraft) => void;
  readonly onCancel: () => void;
}

/** Everything about a person that an administrator says. */
export function PersonForm({ person, error, busy, onSubmit, onCancel }: Props) {
  const t = useTranslate();
  const id = useId();
  const errors = isProblem(error) ? error.fieldErrors : [];
  const wrong = (name: string) => errors.find(({ at }) => at === `/${name}`)?.message;
  const before: Record<(typeof TEXTS)[number], string> = {
    nameEn: person?.name.en ?? '',
    nameJa: person?.name.ja ?? '',
    nation: person?.nation ?? '',
    organisation: person?.organisation ?? '',
    bodies: person?.bodies.join(' ') ?? '',
    caveats: person?.caveats.join(' ') ?? '',
    clearedUntil: person?.clearedUntil ?? '',
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(draftOf(new FormData(event.currentTarget), person));
  };
  return (
    <form className="account-form person-form" onSubmit={submit}>
      {(person === null ? (['signInName', ...TEXTS] as const) : TEXTS).map((name) => (
        <label key={name} className="form-row">
          <span className="form-name">{t(`people.${name}`)}</span>
          <input name={name} defaultValue={name === 'signInName' ? '' : before[name]} autoComplete="off" />
          {wrong(name) && <span className="field-error">{wrong(name)}</span>}
        </label>
      ))}
      <label className="form-row">
        <span className="form-name">{t('people.clearance')}</span>
        <select name="clearance" defaultValue={person?.clearance ?? 'UNCLASSIFIED'}>
          {LEVELS.map((level) => (
            <option key={level} value={level}>
              {level.replace('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="choices">
        <legend>{t('people.roles')}</legend>
        {ROLES.map((role) => (
          <label key={role} htmlFor={`${id}-${role}`}>
            <input
              id={`${id}-${role}`}
              type="checkbox"
              name="roles"
              value={role}
              defaultChecked={person?.roles.includes(role) ?? false}
            />
            {t(`role.${role}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className="choices">
        <legend>{t('people.languages')}</legend>
        {LANGUAGES.map((language) => (
          <label key={language} htmlFor={`${id}-${language}`}>
            <input
              id={`${id}-${language}`}
              type="checkbox"
              name="languages"
              value={language}
              defaultChecked={person?.languages.includes(language) ?? true}
            />
            {t(`people.language.${language}`)}
          </label>
        ))}
      </fieldset>
      {error !== null && errors.length === 0 && <Failure error={error} />}
      <p className="buttons">
        <button type="submit" className="button primary" disabled={busy}>
          {person === null ? t('people.add') : t('people.save')}
        </button>
        <button type="button" className="button quiet" onClick={onCancel}>
          {t('common.cancel')}
        </button>
      </p>
    </form>
  );
}

function draftOf(form: FormData, person: Person | null): PersonDraft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const words = (name: string) =>
    text(name)
      .split(/[\s,]+/)
      .filter((one) => one !== '');
  const nation = text('nation');
  return {
    ...(person === null ? { signInName: text('signInName') } : {}),
    nameEn: text('nameEn'),
    nameJa: text('nameJa'),
    ...(nation === '' ? {} : { nation }),
    organisation: text('organisation'),
    roles: ROLES.filter((role) => form.getAll('roles').includes(role)),
    clearance: LEVELS.find((level) => level === text('clearance')) ?? 'UNCLASSIFIED',
    languages: LANGUAGES.filter((language) => form.getAll('languages').includes(language)),
    bodies: words('bodies'),
    caveats: words('caveats'),
    clearedUntil: text('clearedUntil') === '' ? null : text('clearedUntil'),
  };
}
