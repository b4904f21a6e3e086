import type { Precedence } from '../../api/types';
import { useTranslate } from '../../i18n/translate';

export function PrecedenceMark({ precedence }: { precedence: Precedence }) {
  const t = useTranslate();
  return (
    <span className="precedence" data-precedence={precedence}>
      {t(`precedence.${precedence}`)}
    </span>
  );
}
