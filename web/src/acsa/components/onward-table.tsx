import type { AcsaOrder } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { decimal } from '../../ui/figures';
import { Heads } from './heads';

/** Every transfer to others than the two parties: of what, to whom, and whether the supplier has consented. */
export function OnwardTable({ order }: { order: AcsaOrder }) {
  const t = useTranslate();
  if (order.onward.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{t('acsa.onward')}</h4>
      <p className="quiet-text">{t('acsa.onward.why', { party: order.supplier })}</p>
      <table className="audit-table">
        <Heads names={['onward', 'recipient', 'item', 'askedOn', 'state', 'handedOn']} />
        <tbody>
          {order.onward.map((one) => (
            <tr key={one.number} data-onward={one.number}>
              <td>{one.number}</td>
              <td className="mono">{one.recipient}</td>
              <td>
                {one.items.map((item) => (
                  <div key={item.line}>
                    <Quantity order={order} line={item.line} quantity={item.quantity} />
                  </div>
                ))}
              </td>
              <td className="mono">{one.askedOn}</td>
              <td>{t(`acsa.onward.${one.state}` as TextKey)}</td>
              <td className="mono">{one.handedOn ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Quantity({ order, line, quantity }: { order: AcsaOrder; line: number; quantity: number }) {
  const t = useTranslate();
  const of = order.lines.find((one) => one.line === line);
  return (
    <>
      {of?.item ?? line}{' '}
      <span className="mono">
        {decimal(quantity)} {of && t(`acsa.choice.${of.unit}` as TextKey)}
      </span>
    </>
  );
}
