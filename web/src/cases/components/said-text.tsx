import { Glossed } from '../../glossary/components/glossed';
import { textPieces } from '../model/mentions';
import { BodyChip } from './body-chip';

/** What a statement says, with the bodies that it mentions by their names. */
export function SaidText({ fields }: { fields: Readonly<Record<string, unknown>> }) {
  const { text, mentions } = fields;
  if (typeof text !== 'string') {
    return null;
  }
  const codes = Array.isArray(mentions) ? mentions.filter((one) => typeof one === 'string') : [];
  return (
    <p className="case-text">
      {textPieces(text, codes).map(({ text: words, body }, index) =>
        body === null ? <Glossed key={index} text={words} /> : <BodyChip key={index} code={body} />,
      )}
    </p>
  );
}
