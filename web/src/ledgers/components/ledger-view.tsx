import type { Ledger } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { useLedger } from '../model/ledger-query';
import { Epochs } from './epochs';
import { ProofCheck } from './proof-check';
import { VerifyNow } from './verify-now';

export function LedgerView({ party }: { party: string }) {
  const t = useTranslate();
  const ledger = useLedger(party);
  return (
    <div className="register-detail">
      {ledger.isPending && <Loading />}
      {ledger.isError && <Failure error={ledger.error} retry={() => void ledger.refetch()} />}
      {ledger.data && (
        <>
          <InStep ledger={ledger.data} />
          <Counts ledger={ledger.data} />
          <Heads ledger={ledger.data} />
          <Epochs epochs={ledger.data.epochs} />
          <VerifyNow party={party} />
          <ProofCheck party={party} size={ledger.data.size} />
          <Checkpoint title={t('ledgers.checkpoint')} text={ledger.data.checkpoint} />
          <Checkpoint title={t('ledgers.theirCheckpoint', { party })} text={ledger.data.received.checkpoint} />
        </>
      )}
    </div>
  );
}

function Checkpoint({ title, text }: { title: string; text: string | undefined }) {
  return text === undefined ? null : (
    <section>
      <h3>{title}</h3>
      <pre className="checkpoint">{text}</pre>
    </section>
  );
}

/** One sentence on whether both sides hold the same. */
function InStep({ ledger: { party, size, root, acknowledged } }: { ledger: Ledger }) {
  const t = useTranslate();
  const behind = size - acknowledged.size;
  if (behind > 0) {
    return (
      <p className="notice" data-tone="caution">
        {t('ledgers.behind', { n: behind, party })}
      </p>
    );
  }
  return acknowledged.root === root ? (
    <p className="notice" data-tone="normal">
      {t('ledgers.inStep', { party })}
    </p>
  ) : (
    <p className="notice" data-tone="critical" role="alert">
      {t('ledgers.rootsDiffer')}
    </p>
  );
}

function Counts({ ledger: { counts } }: { ledger: Ledger }) {
  const t = useTranslate();
  if (!counts) {
    return null;
  }
  const words = ['released', 'redacted', 'withheld', 'needsReview', 'recalled'] as const;
  return (
    <p className="numbers" aria-label={t('ledgers.counts')}>
      {words.map((word) => (
        <span key={word}>
          <b>{counts[word] ?? 0}</b> {t(`ledgers.counts.${word}`)}
        </span>
      ))}
    </p>
  );
}

function Heads({ ledger: { party, size, root, acknowledged, received } }: { ledger: Ledger }) {
  const t = useTranslate();
  return (
    <table>
      <thead>
        <tr>
          <th />
          <th scope="col">{t('ledgers.size')}</th>
          <th scope="col">{t('ledgers.root')}</th>
          <th scope="col">{t('ledgers.at')}</th>
        </tr>
      </thead>
      <tbody>
        <Head name={t('ledgers.ours', { party })} size={size} root={root} />
        <Head
          name={t('ledgers.acknowledged', { party })}
          size={acknowledged.size}
          root={acknowledged.root}
          at={acknowledged.at}
        />
        <Head name={t('ledgers.received', { party })} size={received.size} root={received.root} />
      </tbody>
    </table>
  );
}

function Head({ name, size, root, at }: { name: string; size: number; root: string; at?: string | undefined }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="mono">{size}</td>
      <td className="hash">{root}</td>
      <td className="mono">{at ? zuluFull(at) : ''}</td>
    </tr>
  );
}
