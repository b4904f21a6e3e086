import { useEffect, useId, useRef, useState } from 'react';
import { useLanguage } from '../../i18n/language';
import { useTranslate } from '../../i18n/translate';
import { bodiesFor, mentionsIn, queryAt, withMention } from '../model/mentions';
import { BodyChip } from './body-chip';
import { useBodies } from './use-bodies';

interface Props {
  readonly name: string;
  readonly word: string;
  readonly value: string;
  /** Who is told: only their bodies are offered. */
  readonly nations: readonly string[];
  readonly onChange: (value: string) => void;
}

/** A text in which `@` names a body: by its short name, or by its name in either language. */
export function MentionText({ name, word, value, nations, onChange }: Props) {
  const t = useTranslate();
  const language = useLanguage();
  const id = useId();
  const { bodies } = useBodies();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState(-1);
  const [moveTo, setMoveTo] = useState<number | null>(null);
  useEffect(() => {
    if (moveTo !== null) {
      area.current?.setSelectionRange(moveTo, moveTo);
      setMoveTo(null);
    }
  }, [moveTo]);
  const asked = queryAt(value, caret);
  const offered = asked && asked.at !== dismissed ? bodiesFor(asked.query, bodies, nations) : [];
  const at = Math.min(chosen, offered.length - 1);
  const take = (code: string) => {
    if (asked) {
      const next = withMention(value, asked.at, caret, code);
      onChange(next.text);
      setCaret(next.caret);
      setMoveTo(next.caret);
      setDismissed(asked.at);
      area.current?.focus();
    }
  };
  const onKey = (key: string): boolean => {
    switch (key) {
      case 'ArrowDown':
        setChosen((at + 1) % offered.length);
        return true;
      case 'ArrowUp':
        setChosen((at + offered.length - 1) % offered.length);
        return true;
      case 'Enter':
      case 'Tab':
        take(offered[at]?.code ?? '');
        return true;
      case 'Escape':
        setDismissed(asked?.at ?? -1);
        return true;
      default:
        return false;
    }
  };
  const codes = mentionsIn(value, new Set(bodies.map(({ code }) => code)));
  return (
    <div className="mention-text">
      <textarea
        ref={area}
        name={name}
        aria-label={word}
        aria-describedby={`${id}-hint`}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}-${at}` : undefined}
        rows={4}
        value={value}
        onChange={({ target }) => {
          const next = target.selectionStart;
          if (queryAt(target.value, next)?.at !== dismissed) {
            setDismissed(-1);
          }
          setChosen(0);
          setCaret(next);
          onChange(target.value);
        }}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onKeyDown={(event) => {
          if (offered.length > 0 && !event.nativeEvent.isComposing && onKey(event.key)) {
            event.preventDefault();
            event.stopPropagation();
          }
        }}
      />
      {offered.length > 0 && (
        <ul id={`${id}-list`} role="listbox" aria-label={t('cases.mention')} className="mention-list">
          {offered.map((body, index) => (
            <li
              key={body.code}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                take(body.code);
              }}
            >
              <b className="mono">{body.code}</b> {body.name[language]}
            </li>
          ))}
        </ul>
      )}
      <small id={`${id}-hint`} className="quiet-text">
        {codes.length === 0 ? t('cases.mentionHint') : t('cases.mentions')}{' '}
        {codes.map((code) => (
          <BodyChip key={code} code={code} />
        ))}
      </small>
    </div>
  );
}
