import { useId } from 'react';
import { isTextKey, texts, useTranslate } from '../../i18n/translate';
import { DateInput } from '../../ui/date-input';
import type { AuditFilter } from '../api/list-audit';

/** Every event that has a sentence, by its name in the language chosen. */
const EVENTS = Object.keys(texts)
  .filter((key) => key.startsWith('tells.'))
  .map((key) => key.slice('tells.'.length));

interface Props {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

/** Who, what, about whom, when, and words in the details. */
export function AuditFilters({ filter, onChange }: Props) {
  const t = useTranslate();
  const id = useId();
  const set = (name: keyof AuditFilter, value: string) => {
    const { [name]: _, ...others } = filter;
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  const nameOf = (event: string) => {
    const key = `event.${event}`;
    return isTextKey(key) ? t(key) : event;
  };
  const field = (name: 'actor' | 'party' | 'text', label: string, className: string) => (
    <label>
      {label}
      <input className={className} value={filter[name] ?? ''} onChange={({ target }) => set(name, target.value)} />
    </label>
  );
  return (
    <form className="audit-filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <select
        aria-label={t('audit.event')}
        value={filter.event ?? ''}
        onChange={({ target }) => set('event', target.value)}
      >
        <option value="">
          {t('audit.event')}: {t('filter.all')}
        </option>
        {EVENTS.map((event) => (
          <option key={event} value={event}>
            {nameOf(event)}
          </option>
        ))}
      </select>
      {field('actor', t('audit.who'), 'short')}
      {field('party', t('audit.party'), 'code')}
      <label htmlFor={`${id}-from`}>
        {t('audit.from')}
        <DateInput
          id={`${id}-from`}
          value={filter.from?.slice(0, 10) ?? ''}
          onChange={(day) => set('from', day && `${day}T00:00:00Z`)}
        />
      </label>
      <label htmlFor={`${id}-until`}>
        {t('audit.until')}
        <DateInput
          id={`${id}-until`}
          value={filter.until ? dayBefore(filter.until) : ''}
          onChange={(day) => set('until', day && dayAfter(day))}
        />
      </label>
      {field('text', t('audit.text'), 'short')}
    </form>
  );
}

const DAY = 86_400_000;

/** The whole last day belongs to the stretch; the node is asked for what is before the next one. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString();
}

function dayBefore(instant: string): string {
  return new Date(Date.parse(instant) - DAY).toISOString().slice(0, 10);
}
