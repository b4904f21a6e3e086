import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseOptions } from '../../api/types';
import { isProblem } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { Failure, Loading } from '../../ui/failure';
import { Refusals } from '../../ui/refusals';
import { openCase } from '../api/open-case';
import { isComplete, labelOf, saidFrom, typedFrom } from '../model/form';
import { Addressees } from './addressees';
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
  const language = useLanguage();
  const client = useQueryClient();
  const [typed, setTyped] = useState(() => typedFrom(options.fields));
  const [to, setTo] = useState<readonly string[]>([options.own]);
  const [classification, setClassification] = useState('UNCLASSIFIED');
  const [precedence, setPrecedence] = useState('PRIORITY');
  const [purpose, setPurpose] = useState('');
  const [exercise, setExercise] = useState(false);
  const label = labelOf(classification, to, purpose.trim() === '' ? [] : [purpose.trim()], exercise);
  const open = useMutation({
    mutationFn: () => openCase({ to, label, precedence, fields: saidFrom(options.fields, typed) }),
    onSuccess: (now) => {
      client.setQueryData(['cases', 'case', now.id], now);
      void client.invalidateQueries({ queryKey: ['cases', 'list'] });
      openScreen('cases', now.id);
    },
  });
  const errors = isProblem(open.error) ? open.error.fieldErrors : [];
  const phase = options.phases.find(({ code }) => code === typed['phase']);
  return (
    <form
      className="case-form"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      {options.fields.map((field) => (
        <CaseFieldInput
          key={field.name}
          field={field}
          value={typed[field.name] ?? ''}
          mistake={errors.find((error) => error.at === `/fields/${field.name}`)?.message}
          body={typed['body'] ?? ''}
          nations={to}
          onChange={(value) => setTyped({ ...typed, [field.name]: value })}
        />
      ))}
      {phase && phase.basis.length > 0 && (
        <p className="notice" data-tone="quiet">
          {t('cases.allows', {
            party: options.own,
            list: phase.allows.map((one) => t(`cases.choice.${one}` as TextKey)).join(language === 'ja' ? '、' : ', '),
          })}{' '}
          <small>{phase.basis.map((one) => one.name[language]).join(' / ')}</small>
        </p>
      )}
      <Addressees
        own={options.own}
        nations={[options.own, ...options.nations.map(({ code }) => code)]}
        everybody={false}
        to={to}
        classification={classification}
        precedence={precedence}
        label={label}
        onTo={setTo}
        onClassification={setClassification}
        onPrecedence={setPrecedence}
      />
      <p className="quiet-text">{t('cases.newHint')}</p>
      <div className="limit-row">
        <label className="form-row">
          <span className="form-name">{t('cases.purpose')}</span>
          <input
            name="purpose"
            className="mono"
            placeholder="DISASTER-RELIEF"
            value={purpose}
            onChange={({ target }) => setPurpose(target.value.toUpperCase())}
          />
        </label>
        <label className="case-check">
          <input
            type="checkbox"
            name="exercise"
            checked={exercise}
            onChange={({ target }) => setExercise(target.checked)}
          />
          <span>EXERCISE</span>
        </label>
      </div>
      <Refusals error={open.error} fields={options.fields.map(({ name }) => name)} />
      <div className="buttons">
        <button
          type="submit"
          className="button"
          disabled={!isComplete(options.fields, typed) || to.length < 2 || open.isPending}
        >
          {t('cases.open')}
        </button>
      </div>
    </form>
  );
}
