import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { useNow } from '../../ui/use-now';
import { makeBackup } from '../api/make-backup';
import { readBackups } from '../api/read-backups';
import { BackupFacts } from './backup-facts';
import { BackupTable } from './backup-table';

const KEY = ['backups'];
const WHILE_RUNNING = 1_000;
const OTHERWISE = 30_000;

/** Whether this node could be put back, and to when. */
export function BackupsScreen() {
  const t = useTranslate();
  const client = useQueryClient();
  const now = useNow(10_000);
  const state = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => readBackups(signal),
    refetchInterval: ({ state: { data } }) => (data?.running ? WHILE_RUNNING : OTHERWISE),
  });
  const make = useMutation({ mutationFn: makeBackup, onSuccess: (begun) => client.setQueryData(KEY, begun) });
  const { data } = state;
  return (
    <section className="register" aria-label={t('backups.title')}>
      <header className="register-head">
        <h2>{t('backups.title')}</h2>
        <small>{t('backups.subtitle')}</small>
        {data?.folder && may('POST /api/v1/backups') && (
          <button
            type="button"
            className="button small"
            disabled={make.isPending || Boolean(data.running)}
            onClick={() => make.mutate()}
          >
            {t('backups.make')}
          </button>
        )}
      </header>
      <div className="register-body account">
        {make.isError && <Failure error={make.error} />}
        {state.isPending && <Loading />}
        {state.isError && <Failure error={state.error} retry={() => void state.refetch()} />}
        {data && !data.folder && <p className="empty">{t('backups.notConfigured')}</p>}
        {data?.folder && (
          <>
            <BackupFacts state={data} now={now} />
            <BackupTable made={data.made} now={now} />
          </>
        )}
      </div>
    </section>
  );
}
