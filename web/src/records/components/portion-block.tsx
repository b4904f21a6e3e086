import type { ReactNode } from 'react';
import type { Portion } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { LabelChip } from '../../release/components/label-chip';
import { parseLabel } from '../../release/model/label';

interface Props {
  readonly name: string;
  readonly heading: ReactNode;
  readonly portions: readonly Portion[];
  readonly children: ReactNode;
}

/** A field with the label marks of its portions at its place. */
export function PortionBlock({ name, heading, portions, children }: Props) {
  const t = useTranslate();
  const classification = portions[0] ? (parseLabel(portions[0].label)?.classification ?? 'TOP SECRET') : undefined;
  return (
    <div className="field" data-field={name} data-portion={portions.length > 0} data-classification={classification}>
      <div className="field-name">{heading}</div>
      {portions.map(({ at, label, otherwise }) => (
        <div className="portion-mark" key={at + label}>
          <span className="hidden-text">{t('record.portionLabel')}</span>
          <LabelChip text={label} />
          {at.split('/').length > 2 && <code>{at}</code>}
          {otherwise && <small>{t('record.otherwise', { how: t(`otherwise.${otherwise}`) })}</small>}
        </div>
      ))}
      <div className="field-value">{children}</div>
    </div>
  );
}
