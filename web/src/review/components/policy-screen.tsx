import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReleasePolicies, ReleasePolicyVersion } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { saveFile } from '../../ui/save-file';
import { useReleasePolicy } from '../model/review-queries';
import { PolicyEditor } from './policy-editor';
import { PolicyHistory } from './policy-history';
import { PolicyProposal } from './policy-proposal';
import { RuleSentences } from './rule-sentences';

/** What this nation looks at before it releases: in force, proposed, and before; and the form for another. */
export function PolicyScreen() {
  const t = useTranslate();
  const client = useQueryClient();
  const policies = useReleasePolicy();
  const [editing, setEditing] = useState(false);
  const [proposed, setProposed] = useState(false);
  const keep = (all: ReleasePolicies) => {
    client.setQueryData(['release-policy'], all);
    void Promise.all(['reviews', 'release', 'records'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  };
  const { data } = policies;
  return (
    <section className="register" aria-label={t('review.tab.policy')}>
      <header className="register-head">
        <h2>{t('review.tab.policy')}</h2>
        <small>{t('policy.limits')}</small>
        {data && !editing && may('POST /api/v1/release-policy') && (
          <button type="button" className="button small" onClick={() => setEditing(true)}>
            {t('policy.edit')}
          </button>
        )}
      </header>
      <div className="register-body policy">
        {policies.isPending && <Loading />}
        {policies.isError && <Failure error={policies.error} retry={() => void policies.refetch()} />}
        {proposed && data?.proposed && (
          <p className="notice" data-tone="normal" role="status">
            {t('policy.proposed')}
          </p>
        )}
        {data && editing && (
          <PolicyEditor
            current={data.current}
            waits={Boolean(data.proposed)}
            onCancel={() => setEditing(false)}
            onProposed={(all) => {
              keep(all);
              setEditing(false);
              setProposed(true);
            }}
          />
        )}
        {data?.proposed && (
          <PolicyProposal
            key={data.proposed.version}
            proposed={data.proposed}
            current={data.current}
            onDecided={keep}
            onConflict={() => void policies.refetch()}
          />
        )}
        {data && <InForce current={data.current} yaml={data.yaml ?? null} />}
        {data && data.history.length > 0 && <PolicyHistory history={data.history} />}
      </div>
    </section>
  );
}

function InForce({ current, yaml }: { current: ReleasePolicyVersion; yaml: string | null }) {
  const t = useTranslate();
  return (
    <section className="policy-part" data-policy="current">
      <h3>
        {t('policy.current')}
        {current.version > 0 && (
          <small>
            {t('policy.version', { n: current.version })} · {t('policy.since', { date: current.from })}
          </small>
        )}
      </h3>
      {current.version === 0 ? (
        <p>{t('policy.nothing')}</p>
      ) : (
        <RuleSentences rules={current.rules.map((rule) => [rule, null])} many={current} />
      )}
      {yaml !== null && yaml !== '' && (
        <details>
          <summary>{t('policy.yaml')}</summary>
          <pre className="checkpoint">{yaml}</pre>
          <button
            type="button"
            className="button small"
            onClick={() =>
              saveFile(new Blob([yaml], { type: 'application/yaml' }), `release-policy-${current.version}.yaml`)
            }
          >
            {t('policy.saveYaml')}
          </button>
        </details>
      )}
    </section>
  );
}
