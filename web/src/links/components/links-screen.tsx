import { useEffect } from 'react';
import { useTranslate } from '../../i18n/translate';
import { useNode } from '../../node/model/node-query';
import { may } from '../../session/session';
import { Failure, Loading } from '../../ui/failure';
import { LinkPanel } from './link-panel';
import { MediumImport } from './medium-import';

/** Every partner's link: its state, how it is carried, what waits, and what a person can do about it. */
export function LinksScreen({ party }: { party: string | null }) {
  const t = useTranslate();
  const node = useNode();
  const links = node.data?.links;
  const known = links !== undefined;
  useEffect(() => {
    if (known && party !== null) {
      document.getElementById(`link-${party}`)?.scrollIntoView({ block: 'start' });
    }
  }, [known, party]);
  return (
    <section className="register" aria-label={t('links.title')}>
      <header className="register-head">
        <h2>{t('links.title')}</h2>
        <small>{t('links.subtitle')}</small>
      </header>
      <div className="register-body">
        {node.isPending && <Loading />}
        {node.isError && !links && <Failure error={node.error} retry={() => void node.refetch()} />}
        {links?.length === 0 && <p className="empty">{t('links.none')}</p>}
        {links?.map((link) => (
          <LinkPanel key={link.node} link={link} />
        ))}
        {links && links.length > 0 && may('POST /api/v1/media') && <MediumImport />}
      </div>
    </section>
  );
}
