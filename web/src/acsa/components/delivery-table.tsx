import type { AcsaOrder } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { money } from '../model/money';
import { Heads } from './heads';

/** Every delivery with its state, what is owed for it, and its last day. */
export function DeliveryTable({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  const currency = String(order.offer?.['currency'] ?? '');
  if (order.deliveries.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{t('acsa.deliveries')}</h4>
      <table className="audit-table">
        <Heads names={['delivery', 'deliveredOn', 'state', 'settlement', 'due', 'settled', 'netted', 'limitDay']} />
        <tbody>
          {order.deliveries.map((one) => (
            <tr key={one.number} data-delivery={one.number}>
              <td>{one.number}</td>
              <td className="mono">{one.deliveredOn}</td>
              <td>{t(`acsa.delivery.${one.state}` as TextKey)}</td>
              <td>{t(`acsa.choice.${one.settlement}` as TextKey)}</td>
              <td className="mono">{money(one.due, currency)}</td>
              <td className="mono">{money(one.settled, currency)}</td>
              <td className="mono">{one.netted > 0 ? money(one.netted, currency) : '–'}</td>
              <td className="mono">{one.limit}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
