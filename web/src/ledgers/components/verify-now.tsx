import { useMutation, useQueryClient } from '@tanstack/react-query';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { StatusShape, type Status } from '../../ui/status-shape';
import { getLedger } from '../api/get-ledger';
import { getLedgerProof } from '../api/get-ledger-proof';
import {
  LedgerGrows,
  verifyLedger,
  type LedgerCheck,
  type LedgerVerification,
  type Verdict,
} from '../model/verify-ledger';

const SHAPES: Record<Verdict, Status> = { holds: 'normal', fails: 'critical', open: 'off' };

/** Verifies the ledger of one partner in this browser, and says check by check what came out. */
export function VerifyNow({ party }: { party: string }) {
  const t = useTranslate();
  const client = useQueryClient();
  const able = globalThis.crypto?.subtle !== undefined;
  const run = useMutation({
    mutationFn: async () => {
      const source = { ledger: () => getLedger(party), proof: (position: number) => getLedgerProof(party, position) };
      const verification = await verifyLedger(source, secureRandom);
      return { verification, at: new Date().toISOString() };
    },
    onSuccess: ({ verification }) => client.setQueryData(['ledger', party], verification.ledger),
  });
  return (
    <section className="verify-now" aria-label={t('verify.title')}>
      <h3>{t('verify.title')}</h3>
      <p className="quiet-text">{t('verify.hint')}</p>
      <div className="buttons">
        <button type="button" className="button primary" disabled={!able || run.isPending} onClick={() => run.mutate()}>
          {run.isPending ? t('verify.running') : t('verify.now')}
        </button>
      </div>
      {!able && (
        <p className="notice" data-tone="critical" role="alert">
          {t('verify.noCrypto')}
        </p>
      )}
      {run.error instanceof LedgerGrows && (
        <p className="notice" data-tone="caution" role="status">
          {t('verify.grows')}
        </p>
      )}
      {run.isError && !(run.error instanceof LedgerGrows) && <Failure error={run.error} />}
      {run.data && !run.isPending && <Outcome party={party} {...run.data} />}
    </section>
  );
}

function Outcome({ party, verification, at }: { party: string; verification: LedgerVerification; at: string }) {
  const t = useTranslate();
  const { ledger, checks, holds, hashes } = verification;
  const outcome = !holds ? 'fails' : ledger.size === 0 ? 'empty' : 'holds';
  return (
    <div className="register-detail" data-ledger-holds={holds}>
      <p className="notice" data-tone={holds ? 'normal' : 'critical'} role={holds ? 'status' : 'alert'}>
        <strong>{t(`verify.${outcome}`, { time: zuluFull(at), size: ledger.size, n: hashes })}</strong>{' '}
        {holds && t('proof.signaturesNot')}
      </p>
      <table className="checks">
        <thead>
          <tr>
            <th scope="col">{t('verify.check')}</th>
            <th scope="col">{t('verify.result')}</th>
            <th scope="col">{t('ledgers.root')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <Check
              key={`${check.name}${check.position ?? ''}`}
              party={party}
              check={check}
              verification={verification}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CheckProps = { party: string; check: LedgerCheck; verification: LedgerVerification };

function Check({ party, check: { name, verdict, why, position, root }, verification: { ledger } }: CheckProps) {
  const t = useTranslate();
  return (
    <tr data-check={name} data-verdict={verdict}>
      <td>{t(`verify.name.${name}`, { party, position: position ?? 0 })}</td>
      <td>
        <span className="verdict">
          <StatusShape status={SHAPES[verdict]} /> {t(`verify.verdict.${verdict}`)}
        </span>
        {why && (
          <small className="why">
            {t(`verify.why.${why}`, { party, n: ledger.acknowledged.size, m: ledger.size })}
          </small>
        )}
      </td>
      <td className="hash">{root ?? '—'}</td>
    </tr>
  );
}

/** From 0 to 1; the node must not be able to foresee which entry is asked for. */
function secureRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32;
}
