import type { CommitmentList, CommitmentRow } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { byMeeting, chosen, countBy, REMINDERS, stateOf, ALL, type Choice } from '../model/dashboard';
import { useBodyNames } from './use-commitments';

interface Props {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
}

/** What is due soon, was due, or waits for us: how many, and a click shows them. */
export function Reminders({ rows, choice, onChange }: Props & { readonly rows: readonly CommitmentRow[] }) {
  const t = useTranslate();
  const only = (part: Partial<Choice>) => chosen(rows, { ...ALL, ...part });
  return (
    <div className="buttons commitment-reminders" role="group" aria-label={t('commitments.reminders')}>
      {REMINDERS.map((horizon) => {
        const n = only({ horizon }).length;
        const on = choice.horizon === horizon;
        return (
          <button
            key={horizon}
            type="button"
            className={on ? 'button' : 'button quiet'}
            aria-pressed={on}
            data-reminder={horizon}
            data-late={horizon === 'overdue' && n > 0}
            onClick={() => onChange({ ...choice, horizon: on ? '' : horizon })}
          >
            {t(`commitments.horizon.${horizon}`)} <b>{n}</b>
          </button>
        );
      })}
      <button
        type="button"
        className={choice.todo ? 'button' : 'button quiet'}
        aria-pressed={choice.todo}
        data-reminder="todo"
        onClick={() => onChange({ ...choice, todo: !choice.todo })}
      >
        {t('commitments.column.toDo')} <b>{only({ todo: true }).length}</b>
      </button>
    </div>
  );
}

/** By meeting, partner, owner and state; each choice says how many it leaves. */
export function DashboardFilters({ list, choice, onChange }: Props & { readonly list: CommitmentList }) {
  const t = useTranslate();
  const { nameOf } = useBodyNames();
  const rows = list.commitments;
  const left = (part: Partial<Choice>) => chosen(rows, { ...choice, ...part }).length;
  const parties = [...new Set(rows.flatMap(({ sides }) => sides.map(({ party }) => party)))];
  const owners = [...new Set(rows.flatMap(({ sides }) => sides.map(({ owner }) => owner)))];
  const filter = (name: 'meeting' | 'partner' | 'owner' | 'state', values: readonly (readonly [string, string])[]) => (
    <label className="form-row">
      <span className="form-name">{t(`commitments.filter.${name}`)}</span>
      <select name={name} value={choice[name]} onChange={({ target }) => onChange({ ...choice, [name]: target.value })}>
        <option value="">{t('cases.all')}</option>
        {values.map(([value, word]) => (
          <option key={value} value={value}>
            {word} ({left({ [name]: value })})
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="limit-row">
      {filter(
        'meeting',
        byMeeting(rows).map(({ key, meeting, held }) => [key, `${nameOf(meeting)} ${held}`]),
      )}
      {filter(
        'partner',
        parties.filter((party) => party !== list.own).map((party) => [party, party]),
      )}
      {filter(
        'owner',
        owners.flatMap((owner) => (owner === null ? [] : [[owner, nameOf(owner)] as const])),
      )}
      {filter(
        'state',
        [...countBy(rows, stateOf).keys()].map((state) => [state, t(`commitments.state.${state}` as TextKey)]),
      )}
      <label className="case-check">
        <input
          type="checkbox"
          checked={choice.over}
          onChange={({ target }) => onChange({ ...choice, over: target.checked })}
        />
        <span>{t('commitments.withOver')}</span>
      </label>
    </div>
  );
}
