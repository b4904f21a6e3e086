import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReleasePolicyDraft } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { YamlInput } from '../../ui/yaml-input';
import { readPolicyYaml } from '../api/read-policy-yaml';

const MOST_BYTES = 32 * 1024;

interface Props {
  readonly onRead: (draft: ReleasePolicyDraft) => void;
}

/** A policy from YAML into the form: pasted or from a file, and every mistake with its line. */
export function PolicyYaml({ onRead }: Props) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const read = useMutation({ mutationFn: () => readPolicyYaml(text), onSuccess: onRead });
  return (
    <details className="policy-yaml">
      <summary>{t('policy.fromYaml')}</summary>
      <YamlInput
        name="yaml"
        word={t('policy.yamlText')}
        hint={t('policy.yamlHint')}
        text={text}
        mostBytes={MOST_BYTES}
        error={read.error}
        onText={(yaml) => {
          setText(yaml);
          read.reset();
        }}
      >
        <button
          type="button"
          className="button small"
          disabled={text.trim() === '' || read.isPending}
          onClick={() => read.mutate()}
        >
          {t('policy.yamlRead')}
        </button>
      </YamlInput>
      {read.isSuccess && (
        <p className="notice" data-tone="normal" role="status">
          {t('policy.yamlDone')}
        </p>
      )}
    </details>
  );
}
