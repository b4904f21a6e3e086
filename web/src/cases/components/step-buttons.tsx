import type { CaseStep } from '../../api/types';
import { useTranslate, type TextKey } from '../../i18n/translate';

interface Props {
  readonly steps: readonly CaseStep[];
  readonly onStep: (step: CaseStep) => void;
}

/** What may be said on one statement. */
export function StepButtons({ steps, onStep }: Props) {
  const t = useTranslate();
  return (
    <span className="buttons">
      {steps.map((step) => (
        <button
          key={step.act}
          type="button"
          className="button quiet"
          onClick={() => {
            onStep(step);
            document.getElementById('content')?.querySelector('.case-acts')?.scrollIntoView();
          }}
        >
          {t(`cases.act.${step.act}` as TextKey)}
        </button>
      ))}
    </span>
  );
}
