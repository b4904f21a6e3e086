import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AcsaOrder } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { may } from '../../session/session';
import { decimal } from '../../ui/figures';
import { Refusals } from '../../ui/refusals';
import { readOrderStock, supplyFrom } from '../api/stock';
import { Heads } from './heads';

const OVER = ['closed', 'withdrawn', 'refused', 'cancelled'];

/** What supplying this order would leave at the own points; the partner learns nothing of it. */
export function OrderStock({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const client = useQueryClient();
  const ours = order.supplier === order.own && !OVER.includes(order.state);
  const key = ['acsa', 'stock', 'order', order.id, order.hash];
  const state = useQuery({ queryKey: key, queryFn: ({ signal }) => readOrderStock(order.id, signal), enabled: ours });
  const name = useMutation({
    mutationFn: (point: string) => supplyFrom(order.id, point, labelAtHome(order.label, order.own)),
    onSuccess: (now) => client.setQueryData(key, now),
  });
  const stock = state.data;
  if (!ours || !stock || stock.points.length === 0) {
    return null;
  }
  return (
    <section data-stock-warns={stock.warns}>
      <h4>{t('acsa.orderStock')}</h4>
      {stock.warns && (
        <p className="notice" role="status" data-tone="caution">
          {t('acsa.orderStockWarns')}
        </p>
      )}
      {stock.lacking.length > 0 && (
        <p className="quiet-text">{t('acsa.orderStockLacking', { list: stock.lacking.join(' · ') })}</p>
      )}
      {may('POST /api/v1/acsa/stock/orders/{id}') && (
        <label className="form-row">
          <span className="form-name">{t('acsa.orderStockFrom')}</span>
          <select
            name="origin"
            value={stock.from}
            disabled={name.isPending}
            onChange={({ target }) => name.mutate(target.value)}
          >
            {stock.from === '' && <option value="">–</option>}
            {stock.points.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
      <Refusals error={name.error} />
      {stock.after.length > 0 && (
        <table className="audit-table">
          <Heads names={['point', 'item', 'toDeliver', 'leftAfter', 'reserve']} />
          <tbody>
            {stock.after.map((one) => (
              <tr key={`${one.point} ${one.item} ${one.unit}`} data-below={one.below}>
                <td>{one.point}</td>
                <td>
                  {one.item} <small>{t(`acsa.choice.${one.unit}` as TextKey)}</small>
                </td>
                <td className="mono">{decimal(one.quantity)}</td>
                <td className="mono">
                  {decimal(one.left)} {one.below && <b>{t('acsa.stockBelow')}</b>}
                </td>
                <td className="mono">{decimal(one.reserve)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** As secret as the order, and for the own nation alone. */
function labelAtHome(label: string, own: string): string {
  return label.replace(/REL TO [A-Z0-9, -]+/, `REL TO ${own}`);
}
