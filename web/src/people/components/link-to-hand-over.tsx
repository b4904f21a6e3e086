import type { InvitationLink } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';

/** A one-time link, shown once, to hand over by a way that only its person sees. */
export function LinkToHandOver({ link, onClose }: { link: InvitationLink; onClose: () => void }) {
  const t = useTranslate();
  return (
    <div className="notice" data-tone="caution" role="status">
      <p>{t('people.handOver', { until: zuluFull(link.expires) })}</p>
      <p>
        <code data-invitation>{`${location.origin}/#invitation=${link.token}`}</code>
      </p>
      <button type="button" className="button small" onClick={onClose}>
        {t('common.close')}
      </button>
    </div>
  );
}
