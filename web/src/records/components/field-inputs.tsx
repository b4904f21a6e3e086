import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { askedGeometry, picking } from '../../map/tools/pick-position';
import { isBilingual, readInput, type FieldInput } from '../model/field-input';
import type { FieldSpec } from '../model/field-schema';
import { valueFor } from '../model/kind-words';
import { pointsOf, readGeometry } from '../model/geometry';
import { LocalTextInputs } from './local-text-inputs';

export interface FieldInputsProps {
  readonly spec: FieldSpec;
  readonly label: string;
  readonly input: FieldInput;
  readonly invalid: boolean;
  readonly describedBy: string;
  readonly onChange: (input: FieldInput) => void;
}

/** The inputs that fit the type of the field. */
export function FieldInputs(props: FieldInputsProps) {
  const { spec, label, input, invalid, describedBy, onChange } = props;
  const language = useLanguage();
  const common = {
    'aria-label': label,
    'aria-invalid': invalid,
    'aria-describedby': invalid ? describedBy : undefined,
    name: spec.name,
  };
  const value = input['value'] ?? '';
  const set = (text: string) => onChange({ value: text });
  switch (spec.type) {
    case 'local-text':
      return <LocalTextInputs {...props} bilingual={isBilingual(input)} />;
    case 'position':
      return <PositionInputs {...props} />;
    case 'instant':
      return <InstantInput {...props} />;
    case 'choice':
      return (
        <select {...common} value={value} onChange={(event) => set(event.target.value)}>
          <option value="">—</option>
          {spec.options.map((option) => (
            <option key={option} value={option}>
              {String(valueFor(option, spec.words, language))}
            </option>
          ))}
        </select>
      );
    case 'boolean':
      return (
        <select {...common} value={value} onChange={(event) => set(event.target.value)}>
          <option value="">—</option>
          <option value="true">true</option>
          <option value="false">false</option>
        </select>
      );
    case 'json':
      return (
        <textarea
          {...common}
          rows={3}
          className="mono"
          spellCheck={false}
          value={value}
          onChange={(event) => set(event.target.value)}
        />
      );
    case 'quantity':
      return <QuantityInputs {...props} />;
    case 'geometry':
      return <GeometryInput {...props} />;
    case 'number':
      return <input {...common} inputMode="decimal" value={value} onChange={(event) => set(event.target.value)} />;
    case 'text':
      return <input {...common} value={value} onChange={(event) => set(event.target.value)} />;
  }
}

/** A shape is drawn; its text is there for the keyboard and for who knows GeoJSON. */
function GeometryInput({ spec, label, input, invalid, onChange }: FieldInputsProps) {
  const t = useTranslate();
  const read = readInput(spec, input);
  const geometry = 'value' in read ? readGeometry(read.value) : null;
  return (
    <div className="geometry-input">
      <span>{geometry ? t('form.geometryPoints', { n: pointsOf(geometry).length }) : t('form.geometryNone')}</span>
      <button
        type="button"
        className="button small pick"
        onClick={() => askedGeometry.set({ geometry, done: (next) => onChange({ value: JSON.stringify(next) }) })}
      >
        {t('form.drawGeometry')}
      </button>
      <details open={invalid}>
        <summary>GeoJSON</summary>
        <textarea
          name={spec.name}
          aria-label={label}
          aria-invalid={invalid}
          rows={3}
          className="mono"
          spellCheck={false}
          value={input['value'] ?? ''}
          onChange={(event) => onChange({ value: event.target.value })}
        />
      </details>
    </div>
  );
}

function QuantityInputs({ spec, label, input, invalid, describedBy, onChange }: FieldInputsProps) {
  const t = useTranslate();
  const common = { 'aria-invalid': invalid, 'aria-describedby': invalid ? describedBy : undefined };
  return (
    <div className="two">
      <input
        {...common}
        name={`${spec.name}-value`}
        inputMode="decimal"
        aria-label={label}
        value={input['value'] ?? ''}
        onChange={({ target }) => onChange({ ...input, value: target.value })}
      />
      <input
        {...common}
        name={`${spec.name}-unit`}
        aria-label={t('field.unit')}
        placeholder={t('field.unit')}
        value={input['unit'] ?? ''}
        onChange={({ target }) => onChange({ ...input, unit: target.value })}
      />
    </div>
  );
}

function PositionInputs({ spec, input, invalid, onChange }: FieldInputsProps) {
  const t = useTranslate();
  const set = (part: FieldInput) => onChange({ lat: input['lat'] ?? '', lon: input['lon'] ?? '', ...part });
  return (
    <div className="two">
      <input
        name={`${spec.name}-lat`}
        inputMode="decimal"
        aria-label={t('field.lat')}
        placeholder={t('field.lat')}
        aria-invalid={invalid}
        value={input['lat'] ?? ''}
        onChange={(event) => set({ lat: event.target.value })}
      />
      <input
        name={`${spec.name}-lon`}
        inputMode="decimal"
        aria-label={t('field.lon')}
        placeholder={t('field.lon')}
        aria-invalid={invalid}
        value={input['lon'] ?? ''}
        onChange={(event) => set({ lon: event.target.value })}
      />
      <button
        type="button"
        className="button small pick"
        onClick={() => picking.set(({ lat, lon }) => onChange({ lat: String(lat), lon: String(lon) }))}
      >
        {t('form.pick')}
      </button>
      <button type="button" className="button small quiet" onClick={() => onChange({})}>
        {t('form.clear')}
      </button>
    </div>
  );
}

function instantNow(): string {
  return new Date().toISOString().slice(0, 16).replace('T', ' ');
}

/** Instants are entered in Z: the same numbers on every screen of every nation. */
function InstantInput({ spec, label, input, invalid, onChange }: FieldInputsProps) {
  const t = useTranslate();
  return (
    <div className="two">
      <input
        placeholder="YYYY-MM-DD HH:MM"
        className="mono"
        inputMode="numeric"
        name={spec.name}
        aria-label={`${label} (${t('form.timeHint')})`}
        aria-invalid={invalid}
        value={input['value'] ?? ''}
        onChange={(event) => onChange({ value: event.target.value })}
      />
      <div className="buttons">
        <small>{t('form.timeHint')}</small>
        <button type="button" className="button small quiet" onClick={() => onChange({ value: instantNow() })}>
          {t('form.now')}
        </button>
      </div>
    </div>
  );
}
