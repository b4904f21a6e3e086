import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FieldError } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { Refusals } from '../../ui/refusals';
import { listOptions } from '../api/list-options';
import { measureQuantity } from '../api/measures';
import { NOT_STATED, type Typed } from '../model/form';

/** What a line is counted in, and what it is. */
export interface Issue {
  readonly unit: string;
  readonly category: string;
}

interface Props {
  readonly issue: Issue | undefined;
  /** Whether the line holds what was worked out here; nobody has typed over it since. */
  readonly holds: boolean;
  readonly mistakes: readonly FieldError[];
  readonly onStated: (stated: Typed) => void;
}

/** A quantity stated in another unit: the node says what it comes to, and both figures are shown before it is sent. */
export function StatedQuantity({ issue, holds, mistakes, onStated }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const options = useQuery({ queryKey: ['acsa', 'options'], queryFn: ({ signal }) => listOptions(signal) });
  const [chosen, setChosen] = useState('');
  const [figure, setFigure] = useState('');
  const measure = useMutation({
    mutationFn: (from: Issue) => measureQuantity(figure, chosen, from),
    onSuccess: ({ quantity }) => onStated({ quantity: String(quantity), statedQuantity: figure, statedUnit: chosen }),
  });
  const units = (options.data?.statedUnits ?? []).filter(({ unit }) => unit !== null && unit === issue?.unit);
  if (!issue || units.length === 0) {
    return null;
  }
  const reset = () => {
    measure.reset();
    onStated(NOT_STATED);
  };
  return (
    <details className="acsa-stated" open={mistakes.length > 0 || undefined}>
      <summary>{t('acsa.stated')}</summary>
      <input
        name="statedQuantity"
        aria-label={t('acsa.statedQuantity')}
        className="mono"
        inputMode="decimal"
        value={figure}
        onChange={({ target }) => {
          setFigure(target.value);
          reset();
        }}
      />
      <select
        name="statedUnit"
        aria-label={t('acsa.statedUnit')}
        value={chosen}
        onChange={({ target }) => {
          setChosen(target.value);
          reset();
        }}
      >
        <option value="">–</option>
        {units.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name[language]}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button quiet"
        disabled={figure.trim() === '' || chosen === '' || measure.isPending}
        onClick={() => measure.mutate(issue)}
      >
        {t('acsa.reckon')}
      </button>
      {holds && measure.data && <small role="status">{measure.data.text[language]}</small>}
      <Refusals error={measure.error} />
      {mistakes.map(({ at, message }) => (
        <span key={at} className="field-error">
          {message}
        </span>
      ))}
    </details>
  );
}
