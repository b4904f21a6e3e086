import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { prefill } from '../../navigation/prefill';
import { openScreen } from '../../navigation/route';
import { OpeningForm } from '../../statements/components/opening-form';
import { Failure, Loading } from '../../ui/failure';
import { callMeeting } from '../api/call-meeting';
import { MeetingField } from './meeting-field';
import { useMeetingOptions } from './use-meetings';

/** Proposes a meeting to other nations; each of them has still to agree to its time and place. */
export function NewMeeting() {
  const t = useTranslate();
  const client = useQueryClient();
  const options = useMeetingOptions();
  const [filled] = useState(() => prefill.get());
  const given = filled?.act === 'call' ? filled.fields : {};
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
          typed={{ zone: 'Asia/Tokyo', minutes: '60', ...given }}
          {...(to && { to })}
          exercise={given['exercise'] === 'true'}
          hint={t('meetings.newHint')}
          button={t('meetings.call')}
          renderField={(slot) =>
            slot.field.name === 'consultation' ? null : <MeetingField key={slot.field.name} {...slot} />
          }
          send={callMeeting}
          onMade={(now) => {
            client.setQueryData(['meetings', 'one', now.id], now);
            void client.invalidateQueries({ queryKey: ['meetings', 'list'] });
            openScreen('meetings', now.id);
          }}
        />
      )}
    </>
  );
}
