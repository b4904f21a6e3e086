import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AcsaWaitingNetting } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';
import { openScreen } from '../../navigation/route';
import { may } from '../../session/session';
import { Refusals } from '../../ui/refusals';
import { confirmNetting, listNettings, proposeNetting } from '../api/rules';
import { money } from '../model/money';

/** What can be set off with a partner, by which authority, and what waits for one of the two. */
export function NettingSection({ partner }: { partner: string }) {
  const t = useTranslate();
  const client = useQueryClient();
  const state = useQuery({ queryKey: ['acsa', 'nettings'], queryFn: ({ signal }) => listNettings(signal) });
  const authorities = state.data?.authorities.filter((one) => one.partner === partner) ?? [];
  const waiting = state.data?.waiting.filter((one) => one.partner === partner) ?? [];
  const [typed, setTyped] = useState('');
  const chosen = authorities.find((one) => one.id === typed) ?? authorities[0];
  const net = useMutation({
    mutationFn: (confirmed: string | null) =>
      confirmed === null ? proposeNetting(chosen?.id ?? '') : confirmNetting(confirmed, chosen?.id ?? ''),
    onSuccess: () => client.invalidateQueries({ queryKey: ['acsa'] }),
  });
  return (
    <section>
      <h4>{t('acsa.netting')}</h4>
      {waiting.map((one) => (
        <Waiting
          key={`${one.netting} ${one.saidBy}`}
          netting={one}
          onConfirm={chosen && one.saidBy === partner ? () => net.mutate(one.netting) : undefined}
        />
      ))}
      {state.data && authorities.length === 0 && <p className="quiet-text">{t('acsa.noAuthority', { partner })}</p>}
      {chosen && may('POST /api/v1/acsa/nettings') && (
        <div className="limit-row">
          <label className="form-row">
            <span className="form-name">{t('acsa.field.authority')}</span>
            <select name="authority" value={chosen.id} onChange={({ target }) => setTyped(target.value)}>
              {authorities.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.reference} ({t(`acsa.choice.${one.ground}` as TextKey)}, {money(one.left, one.currency)})
                </option>
              ))}
            </select>
          </label>
          <button type="button" className="button" disabled={net.isPending} onClick={() => net.mutate(null)}>
            {t('acsa.proposeNetting')}
          </button>
        </div>
      )}
      <Refusals error={net.error} />
    </section>
  );
}

function Waiting({ netting, onConfirm }: { netting: AcsaWaitingNetting; onConfirm?: (() => void) | undefined }) {
  const t = useTranslate();
  return (
    <div className="notice" data-netting={netting.netting}>
      <p>
        {t('acsa.nettingWaits', { who: netting.saidBy })} <span className="mono">{netting.netting}</span>
      </p>
      <ul className="acsa-clocks">
        {netting.legs.map((leg) => (
          <li key={`${leg.order} ${leg.delivery}`}>
            <button type="button" className="link mono" onClick={() => openScreen('acsa', leg.order)}>
              {leg.order.slice(0, 8)}
            </button>{' '}
            {t('acsa.deliveryNo', { n: leg.delivery })} {t('acsa.claimOf', { party: leg.supplier })}{' '}
            <span className="mono">{money(leg.amount, netting.currency)}</span>
          </li>
        ))}
      </ul>
      {onConfirm && may('POST /api/v1/acsa/nettings/{name}/confirm') && (
        <button type="button" className="button" onClick={onConfirm}>
          {t('acsa.confirmNetting')}
        </button>
      )}
    </div>
  );
}
