import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Keys } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure, Loading } from '../../ui/failure';
import { useNow } from '../../ui/use-now';
import { handOverCard } from '../api/hand-over-card';
import { readKeys } from '../api/read-keys';
import { revokeCard } from '../api/revoke-card';
import { rotateKeys } from '../api/rotate-keys';
import { withdrawKeys } from '../api/withdraw-keys';
import { OwnKeys } from './own-keys';
import { PartnerKeys } from './partner-keys';

const KEY = ['keys'];
const LOOK = 10_000;

type Wish =
  | { readonly what: 'rotate' | 'withdraw'; readonly reason: string }
  | { readonly what: 'revoke'; readonly party: string; readonly reason: string }
  | { readonly what: 'brought'; readonly party: string };

function carryOut(wish: Wish): Promise<Keys> {
  switch (wish.what) {
    case 'rotate':
      return rotateKeys(wish.reason);
    case 'withdraw':
      return withdrawKeys(wish.reason);
    case 'revoke':
      return revokeCard(wish.party, wish.reason);
    case 'brought':
      return handOverCard(wish.party);
  }
}

/** Whose signatures count here, and until when. */
export function KeysScreen() {
  const t = useTranslate();
  const client = useQueryClient();
  const now = useNow(60_000);
  const keys = useQuery({ queryKey: KEY, queryFn: ({ signal }) => readKeys(signal), refetchInterval: LOOK });
  const work = useMutation({
    mutationFn: carryOut,
    // What was read before would be shown as if nothing had happened.
    onMutate: () => client.cancelQueries({ queryKey: KEY }),
    onSuccess: (after) => client.setQueryData(KEY, after),
  });
  const done = (wish: Wish) =>
    work.mutateAsync(wish).then(
      () => true,
      () => false,
    );
  const failed = (party: string | null) =>
    work.isError && ('party' in work.variables ? work.variables.party : null) === party ? work.error : null;
  return (
    <section className="register" aria-label={t('keys.title')}>
      <header className="register-head">
        <h2>{t('keys.title')}</h2>
        <small>{t('keys.subtitle')}</small>
      </header>
      <div className="register-body account keys">
        {keys.isPending && <Loading />}
        {keys.isError && <Failure error={keys.error} retry={() => void keys.refetch()} />}
        {keys.data && (
          <>
            <OwnKeys
              own={keys.data.own}
              now={now}
              busy={work.isPending}
              error={failed(null)}
              onRotate={(reason) => done({ what: 'rotate', reason })}
              onWithdraw={(reason) => done({ what: 'withdraw', reason })}
            />
            <h2>{t('keys.partners')}</h2>
            {keys.data.partners.length === 0 && <p className="empty">{t('keys.noPartners')}</p>}
            {keys.data.partners.map((partner) => (
              <PartnerKeys
                key={partner.party}
                partner={partner}
                busy={work.isPending}
                error={failed(partner.party)}
                onRevoke={(reason) => done({ what: 'revoke', party: partner.party, reason })}
                onHandedOver={() => work.mutate({ what: 'brought', party: partner.party })}
                onAccepted={() => void client.invalidateQueries({ queryKey: KEY })}
              />
            ))}
          </>
        )}
      </div>
    </section>
  );
}
