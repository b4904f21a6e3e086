import type { AcsaOptions } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate, type TextKey } from '../../i18n/translate';

type Agreement = AcsaOptions['agreements'][number];

/** Japan's list of categories beside that of the United States, and what an agreement says to each. */
export function CategoryLists({ options, agreement }: { options: AcsaOptions; agreement: Agreement }) {
  const t = useTranslate();
  const language = useLanguage();
  const between = language === 'ja' ? '、' : ', ';
  const says = (code: string) => {
    if (agreement.categories.includes(code)) {
      return t('acsa.lists.yes');
    }
    return code === 'ammunition' && agreement.ammunitionIn.length > 0
      ? t('acsa.lists.ammunition', {
          list: agreement.ammunitionIn.map((one) => t(`acsa.choice.${one}` as TextKey)).join(between),
        })
      : t('acsa.lists.no', { article: agreement.article?.[language] ?? agreement.name[language] });
  };
  return (
    <details className="acsa-lists">
      <summary>{t('acsa.lists')}</summary>
      <table className="audit-table">
        <thead>
          <tr>
            <th scope="col">{t('acsa.lists.japan')}</th>
            <th scope="col">{t('acsa.lists.us')}</th>
            <th scope="col">{t('acsa.lists.allowed')}</th>
          </tr>
        </thead>
        <tbody>
          {options.categories.map((one) => (
            <tr key={one.code} data-category={one.code} data-allowed={agreement.categories.includes(one.code)}>
              <td>{one.japan[language] || '–'}</td>
              <td lang="en">{one.us ?? '–'}</td>
              <td>{says(one.code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Agreements that nothing can be asked for under, each with the reason. */
export function NotUsable({ agreements }: { agreements: readonly Agreement[] }) {
  const t = useTranslate();
  const language = useLanguage();
  const closed = agreements.filter((one) => one.whyNot);
  return closed.length === 0 ? null : (
    <details className="acsa-lists" data-not-usable={closed.length}>
      <summary>
        {t('acsa.notUsable')} ({closed.length})
      </summary>
      <ul className="acsa-clocks">
        {closed.map((one) => (
          <li key={`${one.id} ${one.partner}`}>
            <b className="mono">{one.partner}</b> {one.name[language]}: {one.whyNot?.[language]}
          </li>
        ))}
      </ul>
    </details>
  );
}
