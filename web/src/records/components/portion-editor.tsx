import type { Portion } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { LabelEditor } from '../../release/components/label-editor';
import { parseLabel } from '../../release/model/label';
import type { FieldType } from '../model/field-schema';

type Otherwise = NonNullable<Portion['otherwise']>;

interface Props {
  readonly field: string;
  readonly type: FieldType;
  readonly portion: Portion;
  readonly onChange: (portion: Omit<Portion, 'at'>) => void;
}

/** The label of one field, and what those get who may not hold it. */
export function PortionEditor({ field, type, portion, onChange }: Props) {
  const t = useTranslate();
  return (
    <div className="portion-editor" data-classification={parseLabel(portion.label)?.classification ?? 'TOP SECRET'}>
      <LabelEditor
        text={portion.label}
        title={t('form.portionFor', { field })}
        onChange={(label) => onChange({ label, otherwise: portion.otherwise ?? 'remove' })}
      />
      <label className="form-row">
        <span className="form-name">{t('form.otherwise')}</span>
        <select
          value={portion.otherwise ?? 'remove'}
          onChange={(event) =>
            onChange({
              label: portion.label,
              otherwise: choices(type).find((one) => one === event.target.value) ?? 'remove',
            })
          }
        >
          {choices(type).map((one) => (
            <option key={one} value={one}>
              {t(`otherwise.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Only what makes sense for the type of the field. */
function choices(type: FieldType): Otherwise[] {
  switch (type) {
    case 'position':
      return ['remove', 'position-10km', 'position-100km'];
    case 'instant':
      return ['remove', 'time-hour', 'time-day'];
    case 'text':
    case 'local-text':
    case 'json':
      return ['remove', 'identity-type'];
    case 'quantity':
    case 'number':
    case 'choice':
    case 'boolean':
    case 'geometry':
      return ['remove'];
  }
}
