import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { isProblem } from '../../api/problem';
import type { ReleasePolicyDraft } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { readPolicyYaml } from '../api/read-policy-yaml';

const MOST_BYTES = 32 * 1024;

interface Props {
  readonly onRead: (draft: ReleasePolicyDraft) => void;
}

/** A policy from YAML into the form: pasted or from a file, and every mistake with its line. */
export function PolicyYaml({ onRead }: Props) {
  const t = useTranslate();
  const id = useId();
  const [text, setText] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const read = useMutation({ mutationFn: () => readPolicyYaml(text), onSuccess: onRead });
  const write = (yaml: string) => {
    setText(yaml);
    setTooLarge(false);
    read.reset();
  };
  const take = async (file: File | undefined) => {
    if (file && file.size <= MOST_BYTES) {
      write(await file.text());
    } else if (file) {
      setTooLarge(true);
    }
  };
  const mistakes = isProblem(read.error) ? read.error.fieldErrors : [];
  return (
    <details className="policy-yaml">
      <summary>{t('policy.fromYaml')}</summary>
      <p className="quiet-text" id={`${id}-hint`}>
        {t('policy.yamlHint')}
      </p>
      <label htmlFor={`${id}-text`}>{t('policy.yamlText')}</label>
      <textarea
        id={`${id}-text`}
        name="yaml"
        className="mono"
        rows={10}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => write(target.value)}
      />
      <div className="buttons">
        <label className="button small">
          {t('policy.yamlFile')}
          <input
            type="file"
            className="visually-hidden"
            name="yamlFile"
            accept=".yaml,.yml,text/yaml"
            onChange={({ target }) => {
              void take(target.files?.[0]);
              target.value = '';
            }}
          />
        </label>
        <button
          type="button"
          className="button small"
          disabled={text.trim() === '' || read.isPending}
          onClick={() => read.mutate()}
        >
          {t('policy.yamlRead')}
        </button>
      </div>
      {tooLarge && (
        <p className="field-error" role="alert">
          {t('policy.yamlTooLarge')}
        </p>
      )}
      {read.isSuccess && (
        <p className="notice" data-tone="normal" role="status">
          {t('policy.yamlDone')}
        </p>
      )}
      {mistakes.length > 0 ? (
        <div role="alert">
          <p className="field-error">{t('policy.yamlWrong')}</p>
          <ul className="yaml-mistakes">
            {mistakes.map(({ at, message }) => (
              <li key={at + message} data-at={at}>
                {message}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        read.error && <Failure error={read.error} />
      )}
    </details>
  );
}
