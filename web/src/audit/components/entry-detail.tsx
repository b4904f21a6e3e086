import { useMutation } from '@tanstack/react-query';
import type { AuditEntry } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { verifyInclusion } from '../../ledgers/model/inclusion-proof';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { getAuditProof } from '../api/get-audit-proof';
import { leafOf } from '../model/audit-leaf';

/** One entry as it was recorded, and its proof: the leaf computed here from what the node shows, then the way up. */
export function EntryDetail({ entry }: { entry: AuditEntry }) {
  const t = useTranslate();
  const prove = useMutation({
    mutationFn: async () => {
      const proof = await getAuditProof(entry.position);
      const leaf = await leafOf(proof);
      const { included, checkpointAgrees } = await verifyInclusion({ ...proof, leaf });
      const same =
        proof.position === entry.position &&
        proof.actor === entry.actor &&
        proof.event === entry.event &&
        proof.time === entry.time &&
        (proof.record ?? null) === (entry.record ?? null) &&
        (proof.party ?? null) === (entry.party ?? null) &&
        JSON.stringify(JSON.parse(proof.details)) === JSON.stringify(entry.details);
      return { proof, leaf, holds: included && checkpointAgrees && same };
    },
  });
  return (
    <div className="entry-proof">
      <dl>
        <dt>{t('audit.actor')}</dt>
        <dd>{entry.actor}</dd>
        {entry.party && (
          <>
            <dt>{t('audit.party')}</dt>
            <dd>{entry.party}</dd>
          </>
        )}
        {entry.record && (
          <>
            <dt>{t('audit.record')}</dt>
            <dd className="mono">{entry.record}</dd>
          </>
        )}
        <dt>{t('audit.raw')}</dt>
        <dd className="mono">
          {entry.event} {JSON.stringify(entry.details)}
        </dd>
      </dl>
      {may('GET /api/v1/audit/proof') && (
        <button type="button" className="button small" disabled={prove.isPending} onClick={() => prove.mutate()}>
          {prove.isPending ? t('proof.verifying') : t('audit.proveEntry')}
        </button>
      )}
      {prove.isError && <Failure error={prove.error} />}
      {prove.data && (
        <>
          <p
            className="notice"
            data-proof={prove.data.holds}
            data-tone={prove.data.holds ? 'normal' : 'critical'}
            role={prove.data.holds ? 'status' : 'alert'}
          >
            {prove.data.holds
              ? t('audit.proofHolds', { n: prove.data.proof.path.length, size: prove.data.proof.size })
              : t('audit.proofFails')}{' '}
            {prove.data.holds && t('proof.signaturesNot')}
          </p>
          <p className="hash">
            {t('audit.leaf')} {prove.data.leaf}
          </p>
        </>
      )}
    </div>
  );
}
