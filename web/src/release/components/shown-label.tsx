import { useId } from 'react';
import { useOnScreen } from '../model/on-screen';
import { LabelChip } from './label-chip';

/** The label of what a page shows; the classification banner counts it in as long as it is there. */
export function ShownLabel({ text }: { text: string }) {
  useOnScreen(`label ${useId()}`, [text]);
  return <LabelChip text={text} />;
}
