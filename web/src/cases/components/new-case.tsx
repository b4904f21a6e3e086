import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseOptions } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { OpeningForm } from '../../statements/components/opening-form';
import { Failure, Loading } from '../../ui/failure';
import { openCase } from '../api/open-case';
import { filesFor, type ChosenFile } from '../model/files';
import { mentioning } from '../model/mentions';
import { Allowed } from './allowed';
import { CaseFieldInput } from './case-field';
import { StatementFiles } from './statement-files';
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
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [uploading, setUploading] = useState(false);
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
      enclosed={(drafted) => (
        <StatementFiles
          own={options.own}
          to={drafted.to}
          classification={drafted.classification}
          setting={drafted}
          files={files}
          onChange={setFiles}
          onBusy={setUploading}
        />
      )}
      blocked={uploading}
      send={(saying, drafted) => openCase(mentioning(saying, options.bodies), filesFor(files, saying.to, drafted))}
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
  const chosen = options.phases.find(({ code }) => code === phase);
  return (
    chosen && (
      <p className="notice" data-tone="quiet">
        <Allowed party={options.own} phase={chosen} />
      </p>
    )
  );
}
