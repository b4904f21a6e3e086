import { useMemo } from 'react';
import type { Agreement, Party } from '../../api/types';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { matrix, TYPES } from '../model/matrix';

interface Props {
  readonly agreements: readonly Agreement[];
  readonly parties: readonly Party[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
}

export function AgreementMatrix({ agreements, parties, selected, onSelect }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const rows = useMemo(() => matrix(agreements, parties), [agreements, parties]);
  return (
    <table className="matrix">
      <thead>
        <tr>
          <th scope="col">{t('agreements.party')}</th>
          {TYPES.map((type) => (
            <th key={type} scope="col">
              {t(`agreements.${type}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ party, cells }) => (
          <tr key={party.code} data-party={party.code}>
            <th scope="row">
              {party.code} <small>{party.name[language]}</small>
            </th>
            {TYPES.map((type) => (
              <td key={type} data-type={type}>
                {cells.get(type)?.length === 0 && <span>{t('agreements.none')}</span>}
                {cells.get(type)?.map((agreement) => (
                  <Cell
                    key={agreement.id}
                    agreement={agreement}
                    selected={agreement.id === selected}
                    onSelect={onSelect}
                  />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({
  agreement,
  selected,
  onSelect,
}: {
  agreement: Agreement;
  selected: boolean;
  onSelect: (id: string) => void;
}) {
  const t = useTranslate();
  const open = agreement.suspensions.find(({ until }) => until === undefined);
  const date =
    agreement.ended ??
    (agreement.state === 'suspended' ? open?.from : undefined) ??
    agreement.inForce ??
    agreement.signed;
  return (
    <button type="button" data-state={agreement.state} aria-pressed={selected} onClick={() => onSelect(agreement.id)}>
      {t(`agreements.state.${agreement.state}`)}
      <small>{date ?? '—'}</small>
    </button>
  );
}
