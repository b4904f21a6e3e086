import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Agreement } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { useParties } from '../../parties/list-parties-query';
import { ConfirmByName } from '../../ui/confirm-by-name';
import { DateInput } from '../../ui/date-input';
import { Failure } from '../../ui/failure';
import type { AgreementChanged } from '../api/agreement-changed';
import { endAgreement } from '../api/end-agreement';
import { resumeAgreement } from '../api/resume-agreement';
import { suspendAgreement } from '../api/suspend-agreement';

export type Change = 'suspend' | 'resume' | 'end';

const OPERATIONS = { suspend: suspendAgreement, resume: resumeAgreement, end: endAgreement } as const;
const EFFECTS: Record<Change, TextKey> = {
  suspend: 'agreements.suspendEffect',
  resume: 'agreements.resumeEffect',
  end: 'agreements.endEffect',
};
const SUBMITS: Record<Change, TextKey> = {
  suspend: 'agreements.doSuspend',
  resume: 'agreements.doResume',
  end: 'agreements.doEnd',
};

interface Props {
  readonly agreement: Agreement;
  readonly change: Change;
  readonly onDone: (changed: AgreementChanged) => void;
  readonly onCancel: () => void;
}

/** Says whom it hits, asks for reason and date, and is confirmed by the name of the partner. */
export function ChangeAgreement({ agreement, change, onDone, onCancel }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const id = useId();
  const client = useQueryClient();
  const [from, setFrom] = useState('');
  const self = useParties().data?.find((party) => party.self)?.code;
  const partners = agreement.parties.filter((party) => party !== self).join(', ');
  const mutation = useMutation({
    mutationFn: (reason: string) => OPERATIONS[change](agreement.id, { reason, ...(from ? { from } : {}) }),
    onSuccess: async (changed) => {
      onDone(changed);
      await client.invalidateQueries();
    },
  });
  return (
    <>
      <ConfirmByName
        title={`${t(SUBMITS[change])}${language === 'ja' ? '：' : ': '}${agreement.name[language]}`}
        effect={<p>{t(EFFECTS[change], { parties: partners })}</p>}
        word={partners}
        reasonText="agreements.reason"
        confirmText="agreements.confirm"
        submitText={t(SUBMITS[change])}
        busy={mutation.isPending}
        onConfirm={(reason) => mutation.mutate(reason)}
        onCancel={onCancel}
      >
        <label htmlFor={`${id}-from`}>{t('agreements.from')}</label>
        <DateInput id={`${id}-from`} value={from} onChange={setFrom} />
      </ConfirmByName>
      {mutation.isError && <Failure error={mutation.error} />}
    </>
  );
}
