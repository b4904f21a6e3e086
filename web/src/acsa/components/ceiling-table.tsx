import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AcsaCeiling } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure } from '../../ui/failure';
import { endCeiling, listCeilings } from '../api/rules';
import { money } from '../model/money';
import { Heads } from './heads';

/** Every ceiling with what is used and what is left. */
export function CeilingTable({ editable = false }: { editable?: boolean }) {
  const t = useTranslate();
  const client = useQueryClient();
  const state = useQuery({ queryKey: ['acsa', 'ceilings'], queryFn: ({ signal }) => listCeilings(signal) });
  const end = useMutation({
    mutationFn: endCeiling,
    onSuccess: (now) => client.setQueryData(['acsa', 'ceilings'], now),
  });
  const ceilings = state.data?.ceilings ?? [];
  return (
    <>
      {state.isError && <Failure error={state.error} />}
      {state.data && ceilings.length === 0 && <p className="quiet-text">{t('acsa.noCeilings')}</p>}
      {ceilings.length > 0 && (
        <table className="audit-table">
          <Heads names={['name', 'covers', 'period', 'amount', 'consumed', 'reserved', 'left', 'source']} />
          <tbody>
            {ceilings.map((one) => (
              <tr key={one.id} data-ceiling={one.name}>
                <td>
                  {one.name}
                  {editable && may('POST /api/v1/acsa/ceilings/{id}/end') && (
                    <button type="button" className="button quiet" onClick={() => end.mutate(one.id)}>
                      {t('acsa.end')}
                    </button>
                  )}
                </td>
                <td>
                  <Covers ceiling={one} />
                </td>
                <td className="mono">
                  {one.from} – {one.to}
                </td>
                <td className="mono">{money(one.amount, one.currency)}</td>
                {([one.consumed, one.reserved, one.left] as const).map((amount, at) => (
                  <td key={at} className="mono">
                    {typeof amount === 'number' ? money(amount, one.currency) : t('acsa.notAllSeen')}
                  </td>
                ))}
                <td>
                  {one.source}
                  {one.withoutRate.length > 0 && (
                    <p className="field-error">{t('acsa.withoutRate', { list: one.withoutRate.join(', ') })}</p>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Covers({ ceiling }: { ceiling: AcsaCeiling }) {
  const t = useTranslate();
  const categories = ceiling.categories.map((one) => t(`acsa.choice.${one}` as TextKey));
  return (
    <>
      {t(`acsa.choice.${ceiling.direction}` as TextKey)} · {ceiling.partner ?? t('acsa.allPartners')} ·{' '}
      {categories.length > 0 ? categories.join(' / ') : t('acsa.allCategories')}
      {ceiling.agreement && <small className="mono"> {ceiling.agreement}</small>}
    </>
  );
}
