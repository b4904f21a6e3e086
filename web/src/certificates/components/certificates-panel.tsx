import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ClientCertificate, ClientCertificateDraft, Person } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { listCertificates } from '../api/list-certificates';
import { registerCertificate } from '../api/register-certificate';
import { revokeCertificate } from '../api/revoke-certificate';
import { CertificateForm } from './certificate-form';
import { CertificateTable } from './certificate-table';

/** The machines that come in here, whoever their account belongs to. */
export function CertificatesPanel({ people, own }: { people: readonly Person[]; own: string | undefined }) {
  const t = useTranslate();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const list = useQuery({ queryKey: ['certificates'], queryFn: ({ signal }) => listCertificates(signal) });
  const onSettled = () => client.invalidateQueries({ queryKey: ['certificates'] });
  const register = useMutation({
    mutationFn: ({ person, draft }: { person: string; draft: ClientCertificateDraft }) =>
      registerCertificate(person, draft),
    onSuccess: () => setOpen(false),
    onSettled,
  });
  const revoke = useMutation({ mutationFn: ({ id }: ClientCertificate) => revokeCertificate(id), onSettled });
  return (
    <section aria-label={t('certificates.title')} data-panel="certificates">
      <header className="buttons">
        <h3>{t('certificates.title')}</h3>
        {!open && may('POST /api/v1/people/{id}/certificates') && (
          <button type="button" className="button small" onClick={() => setOpen(true)}>
            {t('certificates.new')}
          </button>
        )}
      </header>
      <p className="quiet-text">{t('certificates.hint')}</p>
      {list.data?.asked === false && (
        <p className="notice" data-tone="caution">
          {t('certificates.notAsked')}
        </p>
      )}
      {open && (
        <CertificateForm
          accounts={people.filter(({ id, active }) => active && id !== own)}
          error={register.error}
          busy={register.isPending}
          onSubmit={(person, draft) => register.mutate({ person, draft })}
          onCancel={() => {
            register.reset();
            setOpen(false);
          }}
        />
      )}
      {list.isPending && <Loading />}
      {list.isError && <Failure error={list.error} retry={() => void list.refetch()} />}
      {revoke.isError && <Failure error={revoke.error} />}
      {list.data && list.data.certificates.length > 0 && (
        <CertificateTable certificates={list.data.certificates} onRevoke={(one) => revoke.mutate(one)} />
      )}
    </section>
  );
}
