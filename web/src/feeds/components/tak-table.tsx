import { Fragment } from 'react';
import type { Tak, TakClient } from '../../api/types';
import { zuluFull } from '../../i18n/time';
import { isTextKey, useTranslate, type Translate } from '../../i18n/translate';
import { may } from '../../session/session';
import { decimal } from '../../ui/figures';

interface Props {
  readonly clients: readonly TakClient[];
  readonly busy: boolean;
  readonly onCut: (id: string) => void;
}

/** One row for each client, and under it what did not go through. */
export function TakTable({ clients, busy, onCut }: Props) {
  const t = useTranslate();
  return (
    <table className="audit-table feed-table">
      <thead>
        <tr>
          <th scope="col">{t('tak.account')}</th>
          <th scope="col">{t('tak.protocol')}</th>
          <th scope="col">{t('tak.rights')}</th>
          <th scope="col" className="number">
            {t('tak.in')}
          </th>
          <th scope="col" className="number">
            {t('tak.out')}
          </th>
          <th scope="col">{t('tak.since')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('tak.disconnect')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {clients.map((client) => (
          <Fragment key={client.id}>
            <Row client={client} busy={busy} onCut={onCut} />
            <Below client={client} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Row({ client, busy, onCut }: { client: TakClient } & Omit<Props, 'clients'>) {
  const t = useTranslate();
  const rights = [...(client.reads ? [t('tak.reads')] : []), ...(client.sends ? [t('tak.sends')] : [])];
  return (
    <tr data-tak-client={client.account}>
      <th scope="row">
        {client.account}
        <small className="mono">{client.from}</small>
      </th>
      <td>{t(`tak.protocol.${client.protocol}`)}</td>
      <td>{rights.join(' · ')}</td>
      <Rate name={t('tak.in')} perSecond={client.inPerSecond} total={client.in} />
      <Rate name={t('tak.out')} perSecond={client.outPerSecond} total={client.out} />
      <td className="mono">{zuluFull(client.since)}</td>
      <td>
        {may('POST /api/v1/tak/clients/{id}/disconnect') && (
          <button
            type="button"
            className="button small"
            disabled={busy}
            aria-label={`${t('tak.disconnect')}: ${client.account}`}
            onClick={() => onCut(client.id)}
          >
            {t('tak.disconnect')}
          </button>
        )}
      </td>
    </tr>
  );
}

function Rate({ name, perSecond, total }: { name: string; perSecond: number; total: number }) {
  const t = useTranslate();
  return (
    <td className="mono number" data-name={name}>
      {decimal(perSecond, perSecond < 10 ? 1 : 0)} <small>· {t('tak.total', { n: decimal(total, 0) })}</small>
    </td>
  );
}

/** Nothing where there is nothing to say. */
function Below({ client }: { client: TakClient }) {
  const t = useTranslate();
  const refused = client.refused.map(({ reason, count }) => `${reasonOf(reason, t)} ${decimal(count, 0)}`);
  const lines = [
    ...(client.dropped > 0 ? [t('tak.dropped', { n: decimal(client.dropped, 0) })] : []),
    ...(refused.length > 0 ? [`${t('tak.notTaken')} ${refused.join(' · ')}`] : []),
  ];
  if (lines.length === 0) {
    return null;
  }
  return (
    <tr className="feed-below">
      <td colSpan={7}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </td>
    </tr>
  );
}

/** Who was turned away, so that a wrong certificate is found from this side, too. */
export function RefusedClients({ refused }: { refused: Tak['refused'] }) {
  const t = useTranslate();
  return (
    <details className="refused-lines">
      <summary>
        {t('tak.refused')} {decimal(refused.length, 0)}
      </summary>
      <table className="audit-table">
        <thead>
          <tr>
            <th scope="col">{t('feeds.at')}</th>
            <th scope="col">{t('feeds.reason')}</th>
            <th scope="col">{t('tak.from')}</th>
            <th scope="col">{t('tak.certificate')}</th>
          </tr>
        </thead>
        <tbody>
          {refused.map((one, i) => (
            <tr key={`${one.at} ${i}`}>
              <td className="mono">{zuluFull(one.at)}</td>
              <td>{t(`tak.refused.${one.reason}`)}</td>
              <td className="mono">{one.from}</td>
              <td className="mono details">{one.sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function reasonOf(reason: string, t: Translate): string {
  const key = `tak.reason.${reason}`;
  return isTextKey(key) ? t(key) : reason;
}
