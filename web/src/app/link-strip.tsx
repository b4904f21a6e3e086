import { useState } from 'react';
import type { LinkState } from '../api/types';
import { duration } from '../i18n/time';
import { useTranslate, type Translate } from '../i18n/translate';
import { useNode } from '../node/model/node-query';
import { StatusShape, type Status } from '../ui/status-shape';
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

function shapeOf({ state, waiting }: LinkState): Status {
  switch (state) {
    case 'up':
      return waiting > 0 ? 'caution' : 'normal';
    case 'connecting':
    case 'paused':
      return 'standby';
    case 'down':
      return 'off';
    case 'refused':
      return 'critical';
  }
}

export function linkLine({ state, since, lag, waiting, roundTripMillis }: LinkState, now: Date, t: Translate): string {
  const parts: string[] = [];
  if (state === 'up') {
    parts.push(t('links.up'));
    if (waiting > 0) {
      parts.push(duration((lag ?? 0) * 1000, t));
    } else if (roundTripMillis !== null) {
      parts.push(duration(roundTripMillis, t));
    }
  } else {
    parts.push(`${t(`links.${state}`)} ${duration(now.getTime() - new Date(since).getTime(), t)}`);
  }
  if (waiting > 0) {
    parts.push(t('links.waiting', { n: waiting }));
  }
  return parts.join(' · ');
}
