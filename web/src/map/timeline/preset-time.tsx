import { useState } from 'react';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { openTime } from '../../navigation/route';
import { readTime } from './timeline-model';

/** The time looked at, to the second, in Z; whoever types another one goes there. */
export function PresetTime({ shown }: { shown: string }) {
  const t = useTranslate();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const enter = () => {
    const at = typed === null ? null : readTime(typed, Date.now());
    if (at === null) {
      setWrong(typed !== null);
      return;
    }
    setTyped(null);
    setWrong(false);
    openTime(at);
  };
  return (
    <form
      className="preset-time"
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <input
        className="mono"
        name="picture-time"
        aria-label={t('time.exact')}
        aria-invalid={wrong}
        title={wrong ? t('time.wrong') : t('time.exact')}
        value={typed ?? zuluFull(shown)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (!wrong && typed !== null && readTime(typed, Date.now()) === null) {
            setTyped(null);
          }
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setTyped(null);
            setWrong(false);
          }
        }}
      />
      {wrong && (
        <span className="field-error" role="alert">
          {t('time.wrong')}
        </span>
      )}
    </form>
  );
}
