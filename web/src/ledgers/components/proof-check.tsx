import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { getLedgerProof } from '../api/get-ledger-proof';
import { verifyInclusion } from '../model/inclusion-proof';

/** Fetches the proof of one entry and computes here, in this browser, whether it holds. */
export function ProofCheck({ party, size }: { party: string; size: number }) {
  const t = useTranslate();
  const id = useId();
  const [position, setPosition] = useState('1');
  const check = useMutation({
    mutationFn: async (wanted: number) => {
      const proof = await getLedgerProof(party, wanted);
      const answersTheQuestion = proof.position === wanted;
      const result = await verifyInclusion(proof);
      return { proof, result: { ...result, included: result.included && answersTheQuestion } };
    },
  });
  const wanted = Number(position);
  const valid = Number.isInteger(wanted) && wanted >= 1 && wanted <= size;
  return (
    <section aria-label={t('proof.title')}>
      <h3>{t('proof.title')}</h3>
      <form
        className="proof-form"
        onSubmit={(event) => {
          event.preventDefault();
          check.mutate(wanted);
        }}
      >
        <div>
          <label htmlFor={id}>
            {t('proof.position')} <small>{t('proof.range', { n: size })}</small>
          </label>
          <input id={id} inputMode="numeric" value={position} onChange={(event) => setPosition(event.target.value)} />
        </div>
        <button type="submit" className="button" disabled={!valid || check.isPending}>
          {check.isPending ? t('proof.verifying') : t('proof.verify')}
        </button>
      </form>
      {check.isError && <Failure error={check.error} />}
      {check.data && <Result {...check.data} />}
    </section>
  );
}

type ResultProps = {
  proof: Awaited<ReturnType<typeof getLedgerProof>>;
  result: Awaited<ReturnType<typeof verifyInclusion>>;
};

function Result({ proof, result }: ResultProps) {
  const t = useTranslate();
  const good = result.included && result.checkpointAgrees;
  const text = !result.included ? 'proof.bad' : good ? 'proof.ok' : 'proof.checkpointDiffers';
  return (
    <div className="register-detail" data-verified={good}>
      <p className="notice" data-tone={good ? 'normal' : 'critical'} role="status">
        {t(text, { position: proof.position, size: proof.size })} {t('proof.signaturesNot')}
      </p>
      <dl className="facts">
        <dt>{t('proof.leaf')}</dt>
        <dd className="hash">{proof.leaf}</dd>
        <dt>{t('proof.computed')}</dt>
        <dd className="hash">
          {result.computedRoot ?? '—'} <small>{t('proof.steps', { n: proof.path.length })}</small>
        </dd>
        <dt>{t('proof.named')}</dt>
        <dd className="hash">{proof.root}</dd>
      </dl>
    </div>
  );
}
