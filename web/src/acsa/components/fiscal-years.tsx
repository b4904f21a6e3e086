import { useQuery } from '@tanstack/react-query';
import { isTextKey, useTranslate } from '../../i18n/translate';
import { listOptions } from '../api/list-options';
import type { Period } from '../api/read-account';

interface Props {
  /** What is chosen now; empty days for everything. */
  readonly period: Period;
  readonly choose: (period: Period) => void;
  /** Whether everything can be chosen as well. */
  readonly whole?: boolean;
}

/** Fiscal years as buttons: that of Japan begins on 1 April, that of the United States on 1 October. */
export function FiscalYears({ period, choose, whole = false }: Props) {
  const t = useTranslate();
  const options = useQuery({ queryKey: ['acsa', 'options'], queryFn: ({ signal }) => listOptions(signal) });
  const name = (party: string, n: number) => {
    const key = `acsa.fiscal.${party}`;
    return isTextKey(key) ? t(key, { n }) : t('acsa.fiscal', { party, n });
  };
  return (
    <div className="buttons" role="group" aria-label={t('acsa.fiscalYears')}>
      {whole && (
        <button
          type="button"
          className="button small quiet"
          aria-pressed={period.from === '' && period.to === ''}
          onClick={() => choose({ from: '', to: '' })}
        >
          {t('acsa.fiscal.all')}
        </button>
      )}
      {options.data?.fiscalYears.map((year) => (
        <button
          key={`${year.party} ${year.name}`}
          type="button"
          className="button small quiet"
          data-fiscal={`${year.party} ${year.name}`}
          aria-pressed={period.to === year.last && (period.from === '' || period.from === year.first)}
          title={`${year.first} – ${year.last}`}
          onClick={() => choose({ from: year.first, to: year.last })}
        >
          {name(year.party, year.name)}
        </button>
      ))}
    </div>
  );
}
