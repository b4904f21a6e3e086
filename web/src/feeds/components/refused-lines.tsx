import { useState } from 'react';
import type { Feed } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { useOnScreen } from '../../release/model/on-screen';
import { decimal } from '../../ui/figures';
import { reasonOf, refusedCount } from '../model/feed-words';

/** How many lines were refused and why, and the last of them on demand. */
export function RefusedLines({ feed }: { feed: Feed }) {
  const t = useTranslate();
  const [open, setOpen] = useState(false);
  if (feed.refused.length === 0) {
    return null;
  }
  return (
    <details className="refused-lines" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('feeds.refused', { n: decimal(refusedCount(feed), 0) })}{' '}
        {feed.refused.map(({ reason, count }) => `${reasonOf(reason, t)} ${decimal(count, 0)}`).join(' · ')}
      </summary>
      {open && <LastLines feed={feed} />}
    </details>
  );
}

/** Content of the feed: while it is shown, its label is on the screen. */
export function LastLines({ feed }: { feed: Feed }) {
  const t = useTranslate();
  useOnScreen(`feed ${feed.id}`, feed.examples === null ? [] : [feed.label]);
  if (feed.examples === null) {
    return <p>{t('feeds.notCleared')}</p>;
  }
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('feeds.at')}</th>
          <th scope="col">{t('feeds.reason')}</th>
          <th scope="col">{t('feeds.line')}</th>
        </tr>
      </thead>
      <tbody>
        {feed.examples.map((example, i) => (
          <tr key={`${example.at} ${i}`}>
            <td className="mono">{zuluFull(example.at)}</td>
            <td>{reasonOf(example.reason, t)}</td>
            <td className="mono details">{example.line}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
