import { useId, useState } from 'react';
import type { GlossaryEntry } from '../../api/types';
import { useFinder } from '../model/use-glossary';
import { Gloss } from './gloss';

/** A text in which terms say what they are in the other language, to whom asks. */
export function Glossed({ text }: { text: string }) {
  const find = useFinder();
  return find === null
    ? text
    : find(text).map(({ text: stretch, entry }, index) =>
        entry ? <TermInText key={index} word={stretch} entry={entry} /> : stretch,
      );
}

function TermInText({ word, entry }: { word: string; entry: GlossaryEntry }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="term"
        aria-expanded={open}
        aria-controls={id}
        data-differs={entry.differing.length > 0}
        onClick={() => setOpen(!open)}
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      >
        {word}
      </button>
      {open && (
        <span id={id} className="term-gloss" role="note">
          <Gloss entry={entry} />
        </span>
      )}
    </>
  );
}
