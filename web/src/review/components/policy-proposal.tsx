import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReleasePolicies, ReleasePolicyVersion } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { may, session } from '../../session/session';
import { Failure } from '../../ui/failure';
import { useStore } from '../../ui/store';
import { checkReleasePolicy } from '../api/check-release-policy';
import { confirmReleasePolicy } from '../api/confirm-release-policy';
import { rejectReleasePolicy } from '../api/reject-release-policy';
import { compareRules } from '../model/policy-draft';
import { PolicyEffectTable } from './policy-effect';
import { RuleSentences } from './rule-sentences';

interface Props {
  readonly proposed: ReleasePolicyVersion;
  readonly current: ReleasePolicyVersion;
  readonly onDecided: (all: ReleasePolicies) => void;
  readonly onConflict: () => void;
}

/** What one officer proposed, against what is in force; another confirms or rejects it. */
export function PolicyProposal({ proposed, current, onDecided, onConflict }: Props) {
  const t = useTranslate();
  const id = useId();
  const own = useStore(session).caller?.name === proposed.proposedBy;
  const [reason, setReason] = useState<string | null>(null);
  const { version, from, many, manyHours, rules } = proposed;
  const compared = compareRules(current.rules, rules);
  const check = useMutation({ mutationFn: () => checkReleasePolicy({ from, many, manyHours, rules }) });
  const confirm = useMutation({
    mutationFn: () => confirmReleasePolicy(version),
    onSuccess: onDecided,
    onError: onConflict,
  });
  const reject = useMutation({
    mutationFn: (why: string) => rejectReleasePolicy(version, why),
    onSuccess: onDecided,
    onError: onConflict,
  });
  return (
    <section className="policy-part proposal" data-policy="proposed">
      <h3>
        {t('policy.proposal', { n: version })} <small>{t('policy.from', { date: from })}</small>
      </h3>
      <p>
        {t('policy.proposedWho', {
          by: proposed.proposedBy ?? '—',
          at: proposed.proposedAt ? zuluFull(proposed.proposedAt) : '—',
          reason: proposed.reason ?? '—',
        })}
      </p>
      {(many !== current.many || manyHours !== current.manyHours) && (
        <p>{t('policy.manyNow', { n: many, hours: manyHours })}</p>
      )}
      <RuleSentences
        rules={[...compared.rules, ...compared.dropped.map((rule) => [rule, 'dropped'] as const)]}
        many={proposed}
      />
      {check.data && <PolicyEffectTable effect={check.data} />}
      {[check.error, confirm.error, reject.error]
        .filter((error) => error !== null)
        .map((error) => (
          <Failure key={error.message} error={error} />
        ))}
      <div className="buttons">
        {may('POST /api/v1/release-policy/check') && (
          <button type="button" className="button" disabled={check.isPending} onClick={() => check.mutate()}>
            {t('policy.check')}
          </button>
        )}
        {may('POST /api/v1/release-policy/{version}/confirm') && (
          <button
            type="button"
            className="button primary"
            disabled={own || confirm.isPending}
            aria-describedby={own ? `${id}-own` : undefined}
            onClick={() => confirm.mutate()}
          >
            {t('policy.confirm')}
          </button>
        )}
        {reason === null && may('POST /api/v1/release-policy/{version}/reject') && (
          <button type="button" className="button quiet" onClick={() => setReason('')}>
            {t(own ? 'policy.takeBack' : 'policy.reject')}
          </button>
        )}
        {own && <small id={`${id}-own`}>{t('policy.confirmOwn')}</small>}
      </div>
      {reason !== null && (
        <form
          className="afterwards"
          onSubmit={(event) => {
            event.preventDefault();
            reject.mutate(reason.trim());
          }}
        >
          <label htmlFor={`${id}-reason`}>{t('policy.reason')}</label>
          <textarea
            id={`${id}-reason`}
            rows={2}
            maxLength={500}
            required
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
          <div className="buttons">
            <button type="submit" className="button danger" disabled={reason.trim() === '' || reject.isPending}>
              {t('policy.doReject')}
            </button>
            <button type="button" className="button quiet" onClick={() => setReason(null)}>
              {t('common.cancel')}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}
