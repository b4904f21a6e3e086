import { useTranslate, type TextKey } from '../../i18n/translate';

/** The head of a table whose columns are fields of this desk. */
export function Heads({ names }: { names: readonly string[] }) {
  const t = useTranslate();
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {t(`acsa.field.${name}` as TextKey)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
