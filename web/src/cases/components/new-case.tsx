import { useQueryClient } from '@tanstack/react-query';
import type { CaseOptions } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { OpeningForm } from '../../statements/components/opening-form';
import { Failure, Loading } from '../../ui/failure';
import { openCase } from '../api/open-case';
import { mentioning } from '../model/mentions';
import { CaseFieldInput } from './case-field';
import { useCaseOptions } from './use-bodies';

/** Opens a case with other nations; all of them are told. */
export function NewCase() {
  const options = useCaseOptions();
  return (
    <>
      {options.isPending && <Loading />}
      {options.isError && <Failure error={options.error} />}
      {options.data && <Form options={options.data} />}
    </>
  );
}

function Form({ options }: { options: CaseOptions }) {
  const t = useTranslate();
  const client = useQueryClient();
  return (
    <OpeningForm
      own={options.own}
      nations={options.nations.map(({ code }) => code)}
      fields={options.fields}
      precedence="PRIORITY"
      hint={t('cases.newHint')}
      button={t('cases.open')}
      renderField={({ field, typed, to, ...slot }) => (
        <CaseFieldInput key={field.name} field={field} body={typed['body'] ?? ''} nations={to} {...slot} />
      )}
      extra={(typed) => <Basis options={options} phase={typed['phase'] ?? ''} />}
      send={(saying) => openCase(mentioning(saying, options.bodies))}
      onMade={(now) => {
        client.setQueryData(['cases', 'case', now.id], now);
        void client.invalidateQueries({ queryKey: ['cases', 'list'] });
        openScreen('cases', now.id);
      }}
    />
  );
}

/** What the own nation's law allows in a phase. */
function Basis({ options, phase }: { options: CaseOptions; phase: string }) {
  const t = useTranslate();
  const language = useLanguage();
  const chosen = options.phases.find(({ code }) => code === phase);
  return (
    chosen &&
    chosen.basis.length > 0 && (
      <p className="notice" data-tone="quiet">
        {t('cases.allows', {
          party: options.own,
          list: chosen.allows.map((one) => t(`cases.choice.${one}` as TextKey)).join(language === 'ja' ? '、' : ', '),
        })}{' '}
        <small>{chosen.basis.map((one) => one.name[language]).join(' / ')}</small>
      </p>
    )
  );
}
