import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { VerificationReport } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { zuluFull } from '../../i18n/time';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { beginVerification } from '../api/begin-verification';
import { getVerification } from '../api/get-verification';

const KEY = ['audit', 'verification'];
const WHILE_RUNNING = 500;
const OTHERWISE = 30_000;

/** Whether anything was changed behind the node: an alarm that names each row. */
export function VerificationPanel() {
  const t = useTranslate();
  const client = useQueryClient();
  const state = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => getVerification(signal),
    refetchInterval: ({ state: { data } }) => (data?.running ? WHILE_RUNNING : OTHERWISE),
  });
  const look = useMutation({ mutationFn: beginVerification, onSuccess: (begun) => client.setQueryData(KEY, begun) });
  const { data } = state;
  const running = look.isPending || Boolean(data?.running);
  return (
    <section className="tampering" aria-label={t('tamper.title')}>
      <div className="buttons">
        <h3>{t('tamper.title')}</h3>
        <button type="button" className="button small" disabled={running} onClick={() => look.mutate()}>
          {running ? t('tamper.running') : t('tamper.look')}
        </button>
      </div>
      {look.isError && <Failure error={look.error} />}
      {data && !data.last && <p className="quiet-text">{t('tamper.never')}</p>}
      {data?.failure && (
        <p className="notice" data-tone="caution">
          {t('tamper.failed', { why: data.failure })}
        </p>
      )}
      {data?.last && <Report report={data.last} />}
    </section>
  );
}

function Report({ report }: { report: VerificationReport }) {
  const t = useTranslate();
  const language = useLanguage();
  const time = zuluFull(report.at);
  if (report.sound) {
    const rows = report.parts.reduce((sum, part) => sum + part.rows, 0);
    return (
      <p className="notice" data-tone="normal" data-sound="true" role="status">
        {t('tamper.sound', { time, n: rows })}
      </p>
    );
  }
  const findings = report.parts.flatMap((part) => part.findings);
  const more = report.parts.reduce((sum, part) => sum + part.more, 0);
  return (
    <div className="notice" data-tone="critical" data-sound="false" role="alert">
      <strong>{t('tamper.alarm', { n: findings.length + more, time })}</strong>
      <ul>
        {findings.map((finding) => (
          <li key={finding.text.en}>{finding.text[language]}</li>
        ))}
        {more > 0 && <li>{t('tamper.more', { n: more })}</li>}
      </ul>
    </div>
  );
}
