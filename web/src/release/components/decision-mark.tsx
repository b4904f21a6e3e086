import type { DecisionWord } from '../../api/types';

const SIGNS: Record<DecisionWord, string> = {
  released: 'm6 12.5 4 4 8-9',
  redacted: 'M6 12h12',
  withheld: 'm7 7 10 10M17 7 7 17',
  'needs-review': 'M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.9m0 2.7v.2',
};

const FRAMES: Record<DecisionWord, string> = {
  released: 'M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21Z',
  redacted: 'M12 1.5 22.5 12 12 22.5 1.5 12 12 1.5Z',
  withheld: 'M7.6 1.5h8.8l6.1 6.1v8.8l-6.1 6.1H7.6l-6.1-6.1V7.6l6.1-6.1Z',
  'needs-review': 'M2 2h20v20H2V2Z',
};

/** Circle, diamond, octagon, square: the decision is told by shape and sign, not by colour alone. */
export function DecisionMark({ decision, size = 24 }: { decision: DecisionWord; size?: number }) {
  return (
    <svg
      className="decision-mark"
      data-decision={decision}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path className="frame" d={FRAMES[decision]} />
      <path className="sign" d={SIGNS[decision]} />
    </svg>
  );
}
