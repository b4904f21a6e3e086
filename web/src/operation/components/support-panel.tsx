import { useMutation, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { Failure } from '../../ui/failure';
import { saveFile } from '../../ui/save-file';
import { listSupport } from '../api/list-support';
import { makeSupport } from '../api/make-support';

/** What is inside is listed before anything is made. */
export function SupportPanel({ node }: { node: string }) {
  const t = useTranslate();
  const language = useLanguage();
  const contents = useQuery({ queryKey: ['operation', 'support'], queryFn: ({ signal }) => listSupport(signal) });
  const make = useMutation({
    mutationFn: makeSupport,
    onSuccess: (bundle) => saveFile(bundle, `renkei-support-${node.replace('/', '-')}.zip`),
  });
  return (
    <section aria-label={t('operation.support')}>
      <h3>{t('operation.support')}</h3>
      <p className="quiet-text">{t('operation.supportWhat')}</p>
      {make.isError && <Failure error={make.error} />}
      <details>
        <summary>{t('operation.supportInside')}</summary>
        <dl className="facts">
          {contents.data?.items.map((item) => [
            <dt key={item.name} className="mono">
              {item.name}
            </dt>,
            <dd key={`${item.name} what`}>{item.what[language]}</dd>,
          ])}
        </dl>
      </details>
      <p>
        <button type="button" className="button small" disabled={make.isPending} onClick={() => make.mutate()}>
          {t('operation.makeSupport')}
        </button>
      </p>
    </section>
  );
}
