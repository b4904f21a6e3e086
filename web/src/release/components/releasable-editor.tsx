import { useId } from 'react';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { useParties } from '../../parties/list-parties-query';
import { NOBODY, type Label, type Releasable } from '../model/label';

interface Props {
  readonly label: Label;
  readonly onChange: (part: Partial<Label>) => void;
}

/** Nobody, named parties, or public. Our own nation is always in its own list; its sites need no name there. */
export function ReleasableEditor({ label, onChange }: Props) {
  const t = useTranslate();
  const id = useId();
  const language = useLanguage();
  const parties = (useParties().data ?? []).filter(({ site }) => !site);
  const self = parties.find((party) => party.self)?.code;
  const { releasable } = label;
  const named = releasable.kind === 'parties' ? releasable.parties : [];
  const choose = (kind: Releasable['kind']) => {
    const next: Releasable =
      kind === 'parties' ? { kind, parties: self ? [self] : [] } : kind === 'public' ? { kind } : NOBODY;
    onChange({ releasable: next });
  };
  const toggle = (code: string) => {
    const next = named.includes(code) ? named.filter((one) => one !== code) : [...named, code].sort();
    onChange({ releasable: { kind: 'parties', parties: next } });
  };
  return (
    <div role="group" aria-labelledby={`${id}-name`} className="form-row">
      <span className="form-name" id={`${id}-name`}>
        {t('label.releasable')}
      </span>
      <div className="choices">
        {(['nobody', 'parties', 'public'] as const).map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name={`${id}-kind`}
              value={kind}
              checked={releasable.kind === kind}
              onChange={() => choose(kind)}
            />
            {t(kind === 'nobody' ? 'label.nobody' : kind === 'parties' ? 'label.list' : 'label.public')}
          </label>
        ))}
      </div>
      {releasable.kind === 'parties' && (
        <div className="choices party-choices">
          {parties.map(({ code, name, self: own }) => (
            <label key={code} title={name[language]}>
              <input
                type="checkbox"
                value={code}
                checked={named.includes(code)}
                disabled={own && named.includes(code)}
                onChange={() => toggle(code)}
              />
              {code}
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
