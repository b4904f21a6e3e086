import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClientCertificate } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { listOwnCertificates } from '../api/list-own-certificates';
import { revokeOwnCertificate } from '../api/revoke-own-certificate';
import { CertificateTable } from './certificate-table';

/** Machines that come in as this account, so that nobody registers one unseen. Nothing is shown where there are none. */
export function OwnCertificates() {
  const t = useTranslate();
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ['account', 'certificates'],
    queryFn: ({ signal }) => listOwnCertificates(signal),
  });
  const revoke = useMutation({
    mutationFn: ({ id }: ClientCertificate) => revokeOwnCertificate(id),
    onSettled: () => client.invalidateQueries({ queryKey: ['account', 'certificates'] }),
  });
  if (list.data?.certificates.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('certificates.own')}>
      <h3>{t('certificates.own')}</h3>
      <p className="quiet-text">{t('certificates.ownHint')}</p>
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {revoke.isError && <Failure error={revoke.error} />}
      {list.data && <CertificateTable certificates={list.data.certificates} onRevoke={(one) => revoke.mutate(one)} />}
    </section>
  );
}
