import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { prefill } from '../../navigation/prefill';
import { openScreen } from '../../navigation/route';
import { OpeningForm } from '../../statements/components/opening-form';
import { Failure, Loading } from '../../ui/failure';
import { recordCommitment } from '../api/record-commitment';
import { CommitmentField } from './commitment-field';
import { useCommitmentOptions } from './use-commitments';

/** Records what was promised with other nations; each of them has still to agree to it. */
export function NewCommitment() {
  const t = useTranslate();
  const client = useQueryClient();
  const options = useCommitmentOptions();
  const [filled] = useState(() => prefill.get());
  const given = filled?.act === 'record' ? filled.fields : {};
  const to = given['to']?.split(' ');
  useEffect(() => () => prefill.set(null), []);
  return (
    <>
      {options.isPending && <Loading />}
      {options.isError && <Failure error={options.error} />}
      {options.data && (
        <OpeningForm
          own={options.data.own}
          nations={options.data.nations.map(({ code }) => code)}
          fields={options.data.fields}
          precedence="ROUTINE"
          typed={given}
          {...(to && { to })}
          exercise={given['exercise'] === 'true'}
          hint={t('commitments.newHint')}
          button={t('commitments.record')}
          renderField={(slot) => <CommitmentField key={slot.field.name} {...slot} />}
          send={recordCommitment}
          onMade={(now) => {
            client.setQueryData(['commitments', 'one', now.id], now);
            void client.invalidateQueries({ queryKey: ['commitments', 'list'] });
            openScreen('commitments', now.id);
          }}
        />
      )}
    </>
  );
}
