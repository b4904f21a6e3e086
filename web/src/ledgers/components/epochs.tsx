import type { LedgerEpoch } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';

const ROOT_SHOWN = 12;

/** The epochs after the first: who ended a fork, why, what was withdrawn, and from where the ledger went on. */
export function Epochs({ epochs }: { epochs: readonly LedgerEpoch[] }) {
  const t = useTranslate();
  return epochs.length === 0 ? null : (
    <section className="epochs">
      <h3>{t('epoch.title')}</h3>
      <ol>
        {epochs.map((epoch) => (
          <li key={epoch.number} data-epoch={epoch.number}>
            <p>
              <b>
                {t('epoch.number')} {epoch.number}
              </b>{' '}
              {t('epoch.opened')} <time>{zuluFull(epoch.openedAt)}</time> · {epoch.openedBy}
            </p>
            <p>{epoch.reason}</p>
            <p className="mono">
              {epoch.withdrawn > epoch.base
                ? t('epoch.withdrawn', {
                    from: epoch.base + 1,
                    to: epoch.withdrawn,
                    root: epoch.withdrawnRoot.slice(0, ROOT_SHOWN),
                  })
                : t('epoch.nothingWithdrawn')}
            </p>
            <p className="mono">
              {epoch.settled === null
                ? t('epoch.waits')
                : t('epoch.settled', { n: epoch.settled, root: (epoch.settledRoot ?? '').slice(0, ROOT_SHOWN) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
