import type { PolicyEffect } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { openRecord } from '../../navigation/route';

const COLUMNS = ['policy.recalled', 'policy.released', 'policy.toOfficers', 'policy.asked', 'policy.waiting'] as const;

/** For each party, how many records would be taken back, sent, or asked about. */
export function PolicyEffectTable({ effect }: { effect: PolicyEffect }) {
  const t = useTranslate();
  const rows = effect.parties.filter(
    ({ recalled, released, toOfficers, asked, waiting }) => recalled + released + toOfficers + asked + waiting > 0,
  );
  const recalls = rows.some(({ recalled }) => recalled > 0);
  return (
    <div className="notice policy-effect" data-tone={recalls ? 'caution' : 'normal'} role="status">
      <strong>{t('policy.effect')}</strong>
      {rows.length === 0 ? (
        <p>{t('policy.effectNone')}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('review.party')}</th>
                {COLUMNS.map((key) => (
                  <th key={key} scope="col" className="number">
                    {t(key)}
                  </th>
                ))}
                <th scope="col">{t('policy.examples')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ party, recalled, released, toOfficers, asked, waiting, examples = [] }) => (
                <tr key={party} data-party={party}>
                  <th scope="row">{party}</th>
                  <td className="number mono">{recalled}</td>
                  <td className="number mono">{released}</td>
                  <td className="number mono">{toOfficers}</td>
                  <td className="number mono">{asked}</td>
                  <td className="number mono">{waiting}</td>
                  <td>
                    {examples.map(({ record, title }, index) => (
                      <span key={record}>
                        {index > 0 && ' · '}
                        <button type="button" className="link" onClick={() => openRecord(record)}>
                          {title || t('review.untitled')}
                        </button>
                      </span>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="quiet-text">{t('policy.effectHint')}</p>
        </>
      )}
    </div>
  );
}
