import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import type { FieldInputsProps } from './field-inputs';

/** One text for both, or each language its own. */
export function LocalTextInputs({
  spec,
  label,
  input,
  invalid,
  describedBy,
  bilingual,
  onChange,
}: FieldInputsProps & { bilingual: boolean }) {
  const t = useTranslate();
  const language = useLanguage();
  const box = (part: string, name: string, accessible: string) => {
    const common = {
      name,
      'aria-label': accessible,
      'aria-invalid': invalid,
      'aria-describedby': invalid ? describedBy : undefined,
      value: input[part] ?? '',
      onChange: (event: { target: { value: string } }) => onChange({ ...input, [part]: event.target.value }),
    };
    return spec.multiline ? <textarea {...common} rows={3} /> : <input {...common} />;
  };
  if (!bilingual) {
    const other = language === 'ja' ? 'en' : 'ja';
    return (
      <>
        {box('value', spec.name, label)}
        <button
          type="button"
          className="link quiet-text"
          onClick={() => onChange({ [language]: input['value'] ?? '', [other]: '' })}
        >
          {t('form.addLanguage')}
        </button>
      </>
    );
  }
  const order = language === 'ja' ? (['ja', 'en'] as const) : (['en', 'ja'] as const);
  return (
    <div className="languages">
      {order.map((one) => (
        <LanguageLine key={one} code={one}>
          {box(one, `${spec.name}-${one}`, `${label}: ${t(`field.${one}`)}`)}
        </LanguageLine>
      ))}
    </div>
  );
}

function LanguageLine({ code, children }: { code: string; children: ReactNode }) {
  return (
    <>
      <span aria-hidden="true">{code.toUpperCase()}</span>
      {children}
    </>
  );
}
