import type { OperationCheck } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { isTextKey, useTranslate, type Translate } from '../../i18n/translate';
import { StatusShape, type Status } from '../../ui/status-shape';

const SHAPES: Record<OperationCheck['level'], Status> = { ok: 'normal', caution: 'caution', critical: 'critical' };
const ORDER: readonly OperationCheck['level'][] = ['critical', 'caution', 'ok'];

function title(check: string, t: Translate): string {
  const [what = '', name = ''] = check.split(':');
  const key = `operation.on.${what}`;
  return isTextKey(key) ? t(key, { name }) : check;
}

/** Every thing that was looked at, what is not well first. */
export function CheckTable({ checks }: { checks: readonly OperationCheck[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const sorted = ORDER.flatMap((level) => checks.filter((check) => check.level === level));
  return (
    <table className="audit-table">
      <thead>
        <tr>
          <th scope="col">{t('operation.check')}</th>
          <th scope="col">{t('operation.state')}</th>
          <th scope="col">{t('operation.advice')}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((check) => (
          <tr key={check.name} data-level={check.level}>
            <th scope="row">{title(check.name, t)}</th>
            <td>
              <StatusShape status={SHAPES[check.level]} /> {t(`operation.level.${check.level}`)} ·{' '}
              {check.text[language]}
            </td>
            <td>{check.advice?.[language] ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
