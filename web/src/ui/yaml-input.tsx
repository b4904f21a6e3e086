import { useId, useState, type ReactNode } from 'react';
import { isProblem } from '../api/problem';
import { useTranslate } from '../i18n/translate';
import { Failure } from './failure';

interface Props {
  readonly name: string;
  readonly word: string;
  readonly hint: string;
  readonly text: string;
  readonly mostBytes: number;
  readonly error: Error | null;
  /** What is done with it. */
  readonly children: ReactNode;
  readonly onText: (text: string) => void;
}

/** YAML that somebody writes, pastes, or takes from a file; every mistake that the node named, with its line. */
export function YamlInput({ name, word, hint, text, mostBytes, error, children, onText }: Props) {
  const t = useTranslate();
  const id = useId();
  const [tooLarge, setTooLarge] = useState(false);
  const write = (yaml: string) => {
    setTooLarge(false);
    onText(yaml);
  };
  const take = async (file: File | undefined) => {
    if (file && file.size <= mostBytes) {
      write(await file.text());
    } else if (file) {
      setTooLarge(true);
    }
  };
  const mistakes = isProblem(error) ? error.fieldErrors : [];
  return (
    <>
      <p className="quiet-text" id={`${id}-hint`}>
        {hint}
      </p>
      <label htmlFor={`${id}-text`}>{word}</label>
      <textarea
        id={`${id}-text`}
        name={name}
        className="mono"
        rows={10}
        spellCheck={false}
        value={text}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => write(target.value)}
      />
      <div className="buttons">
        <label className="button small">
          {t('yaml.file')}
          <input
            type="file"
            className="visually-hidden"
            name={`${name}File`}
            accept=".yaml,.yml,text/yaml"
            onChange={({ target }) => {
              void take(target.files?.[0]);
              target.value = '';
            }}
          />
        </label>
        {children}
      </div>
      {tooLarge && (
        <p className="field-error" role="alert">
          {t('yaml.tooLarge', { n: mostBytes / 1024 })}
        </p>
      )}
      {mistakes.length > 0 ? (
        <div role="alert">
          <p className="field-error">{t('yaml.wrong')}</p>
          <ul className="yaml-mistakes">
            {mistakes.map(({ at, message }) => (
              <li key={at + message} data-at={at}>
                {message}
              </li>
            ))}
          </ul>
        </div>
      ) : (
        error && <Failure error={error} />
      )}
    </>
  );
}
