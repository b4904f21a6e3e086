import { useQuery } from '@tanstack/react-query';
import type { AcsaPastOrders } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { ShownLabel } from '../../release/components/shown-label';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { listPastOrders, makePastOrderSheet } from '../api/sheets';
import { PastImport } from './past-import';
import { SheetButtons } from './sheet-buttons';

const SHOWN = ['reference', 'partner', 'direction', 'item', 'quantity', 'amount', 'deliveredOn', 'settledOn'] as const;

/** Orders from before this desk, as this nation remembers them. */
export function PastPage() {
  const t = useTranslate();
  const state = useQuery({ queryKey: ['acsa', 'past'], queryFn: ({ signal }) => listPastOrders(signal) });
  return (
    <>
      <p className="quiet-text">{t('acsa.pastMeans')}</p>
      {may('POST /api/v1/acsa/past-orders') && <PastImport />}
      {state.isPending && <Loading />}
      {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
      {state.data && state.data.orders.length === 0 && <p className="quiet-text">{t('acsa.pastNone')}</p>}
      {state.data && state.data.orders.length > 0 && (
        <section>
          <h4>{t('acsa.pastCount', { n: state.data.orders.length })}</h4>
          <ShownLabel text={state.data.label} />
          <SheetButtons make={makePastOrderSheet} name="acsa-past-orders" />
          <PastTable orders={state.data.orders} />
        </section>
      )}
    </>
  );
}

function PastTable({ orders }: { orders: AcsaPastOrders['orders'] }) {
  const t = useTranslate();
  return (
    <table className="audit-table">
      <thead>
        <tr>
          {SHOWN.map((field) => (
            <th key={field} scope="col">
              {t(`acsa.past.${field}`)}
            </th>
          ))}
          <th scope="col">{t('acsa.past.findings')}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map(({ record, values, findings }) => (
          <tr key={record} data-past={values['reference']}>
            {SHOWN.map((field) => (
              <td key={field}>{cell(field, values, t)}</td>
            ))}
            <td>{findings.map((one) => one.text).join(' · ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function cell(
  field: (typeof SHOWN)[number],
  values: Readonly<Record<string, string>>,
  t: (key: TextKey) => string,
): string {
  const value = values[field] ?? '';
  switch (field) {
    case 'direction':
      return t(`acsa.choice.${value}` as TextKey);
    case 'quantity':
      return `${value} ${t(`acsa.choice.${values['unit'] ?? ''}` as TextKey)}`;
    case 'amount':
      return value === '' ? '' : `${value} ${values['currency'] ?? ''}`;
    default:
      return value;
  }
}
