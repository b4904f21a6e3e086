import { useQuery } from '@tanstack/react-query';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { LabelChip } from '../../release/components/label-chip';
import { Failure } from '../../ui/failure';
import { readBooks } from '../api/read-account';
import { Amount } from './order-page';

/** This nation's books toward every partner as they stand: each ledger sums to zero. */
export function TrialBalance() {
  const t = useTranslate();
  const state = useQuery({ queryKey: ['acsa', 'books'], queryFn: ({ signal }) => readBooks(signal) });
  if (state.isError) {
    return <Failure error={state.error} />;
  }
  if (!state.data || state.data.balances.length === 0) {
    return null;
  }
  return (
    <section data-books={state.data.balanced ? 'balanced' : 'unbalanced'}>
      <h4>{t('acsa.trialBalance')}</h4>
      <LabelChip text={state.data.label} />
      <p role="status" className={state.data.balanced ? 'quiet-text' : 'notice'}>
        {t(state.data.balanced ? 'acsa.balanced' : 'acsa.unbalanced')}
      </p>
      <table className="audit-table">
        <tbody>
          {state.data.balances.map((one) => (
            <tr key={`${one.partner} ${one.asset} ${one.account}`}>
              <td className="mono">{one.partner}</td>
              <td>{t(`acsa.account.${one.account}` as TextKey)}</td>
              <td>
                <Amount asset={one.asset} unit={one.unit} amount={one.posted} />
              </td>
              <td>
                {one.pending !== 0 && (
                  <>
                    {t('acsa.reserved')} <Amount asset={one.asset} unit={one.unit} amount={one.pending} />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
