import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { browserViews, forgetBrowserViews } from './browser-views';

interface Props {
  readonly busy: boolean;
  readonly onTakeOver: () => void;
}

/** Views that this browser still keeps from before: asked about once, as others may have sat here. */
export function BrowserNotice({ busy, onTakeOver }: Props) {
  const t = useTranslate();
  const [, look] = useState(0);
  const kept = browserViews();
  if (kept.length === 0) {
    return null;
  }
  return (
    <div className="notice" data-tone="caution" role="status">
      <p>{t('views.browser', { n: kept.length, names: kept.map(({ name }) => name).join(' · ') })}</p>
      <p className="buttons">
        <button type="button" className="button small" disabled={busy} onClick={onTakeOver}>
          {t('views.takeOver')}
        </button>
        <button
          type="button"
          className="button small quiet"
          disabled={busy}
          onClick={() => {
            forgetBrowserViews();
            look((times) => times + 1);
          }}
        >
          {t('views.forget')}
        </button>
      </p>
    </div>
  );
}
