import { useState } from 'react';
import type { WatchedArea } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { parseRing, printRing } from '../model/corners';

const DOMAINS = ['sea', 'air', 'land', 'unknown'] as const;
const ID = /^[a-z0-9][a-z0-9-]{0,31}$/;

interface Props {
  /** As it was; null for a new one. */
  readonly area: WatchedArea | null;
  readonly mistake: string | undefined;
  /** Told the area as it now is, or null while it is none. */
  readonly onChange: (area: WatchedArea | null) => void;
  readonly onRemove: () => void;
}

/** A watched area or a harbor: names, what is watched for, and corners as on a chart. */
export function AreaEditor({ area, mistake, onChange, onRemove }: Props) {
  const t = useTranslate();
  const [form, setForm] = useState({
    id: area?.id ?? '',
    en: area?.name.en ?? '',
    ja: area?.name.ja ?? '',
    domains: area?.domains ?? (['sea'] as WatchedArea['domains']),
    corners: area ? printRing(area.ring) : '',
  });
  const { ring, badLine } = parseRing(form.corners);
  const change = (part: Partial<typeof form>) => {
    const next = { ...form, ...part };
    setForm(next);
    const corners = parseRing(next.corners).ring;
    const whole = corners !== null && ID.test(next.id) && (next.en.trim() !== '' || next.ja.trim() !== '');
    onChange(whole ? { id: next.id, name: { en: next.en, ja: next.ja }, domains: next.domains, ring: corners } : null);
  };
  const toggle = (domain: (typeof DOMAINS)[number], on: boolean) =>
    change({ domains: DOMAINS.filter((one) => (one === domain ? on : form.domains.includes(one))) });
  return (
    <fieldset className="limit-fields" data-area={form.id}>
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('watching.area.id')}</span>
          <input
            name="area-id"
            className="mono"
            maxLength={32}
            autoComplete="off"
            aria-invalid={!ID.test(form.id)}
            value={form.id}
            onChange={({ target }) => change({ id: target.value })}
          />
        </label>
        <label className="form-row">
          <span className="form-name">{t('watching.area.en')}</span>
          <input
            name="area-en"
            maxLength={80}
            value={form.en}
            onChange={({ target }) => change({ en: target.value })}
          />
        </label>
        <label className="form-row">
          <span className="form-name">{t('watching.area.ja')}</span>
          <input
            name="area-ja"
            maxLength={80}
            value={form.ja}
            onChange={({ target }) => change({ ja: target.value })}
          />
        </label>
      </div>
      <div className="limit-row" role="group" aria-label={t('watching.area.domains')}>
        {DOMAINS.map((domain) => (
          <label key={domain} className="form-row check">
            <input
              type="checkbox"
              checked={form.domains.includes(domain)}
              onChange={({ target }) => toggle(domain, target.checked)}
            />
            <span>{t(`watching.domain.${domain}`)}</span>
          </label>
        ))}
        {form.domains.length === 0 && <small>{t('watching.harborMeans')}</small>}
      </div>
      <label className="form-row">
        <span className="form-name">{t('watching.area.corners')}</span>
        <textarea
          name="area-corners"
          className="mono"
          rows={5}
          aria-invalid={ring === null}
          placeholder={'33.21N 130.95E\n33.50N 130.95E\n33.50N 131.30E'}
          value={form.corners}
          onChange={({ target }) => change({ corners: target.value })}
        />
        {form.corners !== '' && ring === null && (
          <span className="field-error">
            {badLine === 0 ? t('watching.area.few') : t('watching.area.badLine', { n: badLine })}
          </span>
        )}
      </label>
      {mistake && <p className="field-error">{mistake}</p>}
      <div className="buttons">
        <button type="button" className="button small quiet" onClick={onRemove}>
          {t('watching.area.remove')}
        </button>
      </div>
    </fieldset>
  );
}
