import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaOptions } from '../../api/types';
import { isProblem } from '../../api/problem';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { LabelChip } from '../../release/components/label-chip';
import { CLASSIFICATIONS } from '../../release/model/label';
import { Failure, Loading } from '../../ui/failure';
import { Refusals } from '../../ui/refusals';
import { listOptions } from '../api/list-options';
import { requestOrder } from '../api/request-order';
import { isComplete, lineFrom, saidFrom, typedFrom, type Typed } from '../model/form';
import { CategoryLists, NotUsable } from './agreement-lists';
import type { ChosenFile } from '../model/files';
import { FieldGrid } from './field-grid';
import { LineFields } from './line-fields';
import { OrderFiles } from './order-files';

/** A new request: choose the agreement first, then it shows what that allows. */
export function RequestForm() {
  const options = useQuery({ queryKey: ['acsa', 'options'], queryFn: ({ signal }) => listOptions(signal) });
  return (
    <>
      {options.isPending && <Loading />}
      {options.isError && <Failure error={options.error} />}
      {options.data && <Form options={options.data} />}
    </>
  );
}

function Form({ options }: { options: AcsaOptions }) {
  const t = useTranslate();
  const language = useLanguage();
  const client = useQueryClient();
  const usable = options.agreements.filter((one) => one.usable && one.linked);
  const [agreementId, setAgreementId] = useState(usable[0]?.id ?? '');
  const agreement = usable.find(({ id }) => id === agreementId);
  const { own } = options;
  const [classification, setClassification] = useState<string>('UNCLASSIFIED');
  const [exercise, setExercise] = useState(false);
  const fields = options.fields.filter(({ name }) => name !== 'supplier' && name !== 'agreement');
  const lineFields = options.lineFields.map((field) =>
    field.name === 'category'
      ? {
          ...field,
          choices: [...(agreement?.categories ?? []), ...(agreement?.ammunitionIn.length ? ['ammunition'] : [])],
        }
      : field,
  );
  const blank = (line: number): Typed => typedFrom(lineFields, { line }, '');
  const [typed, setTyped] = useState<Typed>(() => ({ ...typedFrom(fields, {}, ''), zone: 'Asia/Tokyo' }));
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [uploading, setUploading] = useState(false);
  const [lines, setLines] = useState<readonly Typed[]>(() => [blank(1)]);
  const parties = [own, agreement?.partner ?? ''].toSorted();
  const label = `${classification}//REL TO ${parties.join(', ')}${exercise ? '//EXERCISE' : ''}`;
  const ask = useMutation({
    mutationFn: () =>
      requestOrder(
        label,
        {
          ...saidFrom(fields, typed, ''),
          supplier: agreement?.partner,
          agreement: agreementId,
          lines: lines.map((line) => lineFrom(lineFields, line, '')),
        },
        files,
      ),
    onSuccess: (order) => {
      client.setQueryData(['acsa', 'order', order.id], order);
      void client.invalidateQueries({ queryKey: ['acsa', 'orders'] });
      openScreen('acsa', order.id);
    },
  });
  const errors = isProblem(ask.error) ? ask.error.fieldErrors : [];
  if (!agreement) {
    return (
      <>
        <p className="notice">{t('acsa.noAgreement')}</p>
        <NotUsable agreements={options.agreements} />
      </>
    );
  }
  const complete =
    isComplete(fields, typed) && lines.every((line) => isComplete(lineFields, line)) && !ask.isPending && !uploading;
  const nextLine = Math.max(...lines.map(({ line }) => Number(line))) + 1;
  return (
    <form
      className="acsa-form"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <label className="form-row">
        <span className="form-name">{t('acsa.field.agreement')}</span>
        <select name="agreement" value={agreementId} onChange={({ target }) => setAgreementId(target.value)}>
          {usable.map((one) => (
            <option key={one.id} value={one.id}>
              {one.partner}: {one.name[language]}
            </option>
          ))}
        </select>
      </label>
      <p className="notice" data-tone="quiet">
        {t('acsa.allows', {
          list: agreement.categories
            .map((code) => t(`acsa.choice.${code}` as TextKey))
            .join(language === 'ja' ? '、' : ', '),
        })}{' '}
        {agreement.ammunitionIn.length > 0
          ? t('acsa.ammunitionIn', {
              list: agreement.ammunitionIn
                .map((code) => t(`acsa.choice.${code}` as TextKey))
                .join(language === 'ja' ? '、' : ', '),
            })
          : t('acsa.noAmmunition')}{' '}
        <small>{agreement.article?.[language]}</small>
      </p>
      <CategoryLists options={options} agreement={agreement} />
      <NotUsable agreements={options.agreements} />
      <FieldGrid fields={fields} typed={typed} errors={errors} onChange={setTyped}>
        <label className="form-row">
          <span className="form-name">{t('label.title')}</span>
          <select
            name="classification"
            value={classification}
            onChange={({ target }) => setClassification(target.value)}
          >
            {CLASSIFICATIONS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label className="form-row check">
          <input
            type="checkbox"
            name="exercise"
            checked={exercise}
            onChange={({ target }) => setExercise(target.checked)}
          />
          <span>EXERCISE</span>
        </label>
      </FieldGrid>
      <p>
        <LabelChip text={label} />
      </p>
      <LineFields
        fields={lineFields}
        lines={lines}
        errors={errors}
        items={{}}
        supply={options}
        issue={({ unit = '', category = '' }) => ({ unit, category })}
        onChange={setLines}
      />
      <OrderFiles files={files} onChange={setFiles} onBusy={setUploading} />
      <Refusals error={ask.error} />
      <div className="buttons">
        <button type="button" className="button quiet" onClick={() => setLines([...lines, blank(nextLine)])}>
          {t('acsa.addLine')}
        </button>
        <button type="submit" className="button" disabled={!complete}>
          {t('acsa.ask', { party: agreement.partner })}
        </button>
      </div>
    </form>
  );
}
