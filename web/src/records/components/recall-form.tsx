import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SharedRecord } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { useRelease } from '../../release/model/release-queries';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { Failure } from '../../ui/failure';
import { recallRecord } from '../api/recall-record';

interface Props {
  readonly record: SharedRecord;
  readonly onDone: (recalledFrom: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Takes a record back. The word to type is who loses it, so nobody recalls from a partner without noticing. */
export function RecallForm({ record, onDone, onCancel }: Props) {
  const t = useTranslate();
  const client = useQueryClient();
  const decisions = useRelease(record.id).data?.decisions ?? [];
  const holders = decisions.filter(({ ledgerPosition }) => ledgerPosition !== undefined).map(({ party }) => party);
  const recall = useMutation({
    mutationFn: (reason: string) => recallRecord(record.id, reason),
    onSuccess: async ({ recalledFrom }) => {
      onDone(recalledFrom);
      await client.invalidateQueries();
    },
  });
  const parties = holders.join(', ');
  return (
    <>
      <ConfirmByName
        title={t('recall.title')}
        effect={
          <>
            <p>
              <strong>{holders.length > 0 ? t('recall.effect', { parties }) : t('recall.effectNone')}</strong>
            </p>
            <p>{t('recall.permanent')}</p>
          </>
        }
        word={parties || record.party}
        reasonText="recall.reason"
        confirmText="recall.confirm"
        submitText={t('recall.submit')}
        busy={recall.isPending}
        onConfirm={(reason) => recall.mutate(reason)}
        onCancel={onCancel}
      />
      {recall.isError && <Failure error={recall.error} />}
    </>
  );
}
