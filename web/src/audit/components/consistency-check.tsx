import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { checkpointNames } from '../../ledgers/model/inclusion-proof';
import { Failure } from '../../ui/failure';
import { getAuditConsistency } from '../api/get-audit-consistency';
import { listAuditCheckpoints } from '../api/list-audit-checkpoints';
import { readCheckpoint, verifyConsistency } from '../model/consistency-proof';

/** That the log of now begins with what an older checkpoint sealed, computed in this browser. */
export function ConsistencyCheck() {
  const t = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const kept = useQuery({
    queryKey: ['audit', 'checkpoints'],
    queryFn: ({ signal }) => listAuditCheckpoints(signal),
  });
  const checkpoints = kept.data?.checkpoints ?? [];
  const first = chosen ?? String(checkpoints.at(-1)?.size ?? '');
  const compare = useMutation({
    mutationFn: async (size: number) => {
      const proof = await getAuditConsistency(size);
      const older = readCheckpoint(proof.first.text);
      const { size: second, root: secondRoot, checkpoint } = proof.second;
      const holds =
        older !== null &&
        older.size === size &&
        checkpointNames(checkpoint, second, secondRoot) &&
        (await verifyConsistency({ first: size, firstRoot: older.root, second, secondRoot, path: proof.path }));
      return { holds, first: size, second, n: proof.path.length };
    },
  });
  return (
    <section aria-label={t('audit.older')}>
      {kept.isSuccess && checkpoints.length === 0 && <p className="quiet-text">{t('audit.noneKept')}</p>}
      {checkpoints.length > 0 && (
        <form
          className="proof-form"
          onSubmit={(event) => {
            event.preventDefault();
            compare.mutate(Number(first));
          }}
        >
          <label>
            {t('audit.older')}
            <select value={first} onChange={({ target }) => setChosen(target.value)}>
              {checkpoints.map(({ size }) => (
                <option key={size} value={size}>
                  {t('audit.olderOver', { n: size })}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className="button small" disabled={compare.isPending}>
            {compare.isPending ? t('proof.verifying') : t('audit.compare')}
          </button>
        </form>
      )}
      {compare.isError && <Failure error={compare.error} />}
      {compare.data && (
        <p
          className="notice"
          data-consistent={compare.data.holds}
          data-tone={compare.data.holds ? 'normal' : 'critical'}
          role={compare.data.holds ? 'status' : 'alert'}
        >
          {compare.data.holds
            ? t('audit.consistent', { first: compare.data.first, second: compare.data.second, n: compare.data.n })
            : t('audit.inconsistent')}
        </p>
      )}
    </section>
  );
}
