import { useState } from 'react';
import { useTranslate } from '../i18n/translate';
import { linkLine, shapeOf } from '../links/model/link-line';
import { useNode } from '../node/model/node-query';
import { StatusShape } from '../ui/status-shape';
import { useNow } from '../ui/use-now';
import { LinkDetail } from './link-detail';

/** The partners in one line: who is there, how stale, how much waits. A partner who is away is not an error. */
export function LinkStrip() {
  const t = useTranslate();
  const links = useNode().data?.links;
  const now = useNow(5_000);
  const [open, setOpen] = useState<string | null>(null);
  const chosen = links?.find(({ node }) => node === open);
  return (
    <div
      className="link-strip"
      role="group"
      aria-label={t('links.title')}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(null)}
    >
      {links?.length === 0 && <span className="quiet-text">{t('links.none')}</span>}
      {links?.map((link) => (
        <button
          key={link.node}
          type="button"
          className="link-chip"
          data-party={link.party}
          data-state={link.state}
          title={link.problem ?? link.name.en}
          aria-expanded={open === link.node}
          onClick={() => setOpen(open === link.node ? null : link.node)}
        >
          <StatusShape status={shapeOf(link)} />
          <b>{link.party}</b> <span>{linkLine(link, now, t)}</span>
        </button>
      ))}
      {chosen && <LinkDetail link={chosen} onClose={() => setOpen(null)} />}
    </div>
  );
}
