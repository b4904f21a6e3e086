import type { AcsaPastReport } from '../../api/types';
import { useTranslate } from '../../i18n/translate';

/** What bringing in a file would do, and what is wrong or late with each line. */
export function PastReport({ report }: { report: AcsaPastReport }) {
  const t = useTranslate();
  return (
    <>
      <p className="notice" role="status" data-tone={report.wrong > 0 ? 'caution' : undefined}>
        {t('acsa.pastReport', {
          fresh: report.fresh,
          changed: report.changed,
          known: report.known,
          wrong: report.wrong,
          found: report.withFindings,
        })}
      </p>
      {report.shown.length > 0 && (
        <table className="audit-table">
          <thead>
            <tr>
              <th scope="col">{t('acsa.pastLine')}</th>
              <th scope="col">{t('acsa.pastWrong')}</th>
              <th scope="col">{t('acsa.past.findings')}</th>
            </tr>
          </thead>
          <tbody>
            {report.shown.map((one) => (
              <tr key={one.line} data-line={one.line} data-status={one.status}>
                <td className="mono">{one.line}</td>
                <td>
                  <Remarks remarks={one.wrong} />
                </td>
                <td>
                  <Remarks remarks={one.findings} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Remarks({ remarks }: { remarks: AcsaPastReport['shown'][number]['wrong'] }) {
  return (
    <>
      {remarks.map((one) => (
        <div key={`${one.field} ${one.text}`}>
          <code className="mono">{one.field}</code>: {one.text}
        </div>
      ))}
    </>
  );
}
