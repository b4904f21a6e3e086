import { texts, type TextKey } from '../../i18n/translate';

/** One line of a template: its mark, such as a letter or a number, and what belongs there. */
export interface TemplateLine {
  readonly mark: string;
  readonly name: TextKey;
}

export interface Template {
  readonly id: 'salute' | 'methane' | 'nine-line';
  /** The acts of a case that it fits. */
  readonly acts: readonly string[];
  readonly lines: readonly TemplateLine[];
}

const line = (mark: string, name: TextKey): TemplateLine => ({ mark, name });

/** Reports whose parts every watch officer knows, so that nothing is left out in a hurry. */
export const TEMPLATES: readonly Template[] = [
  {
    id: 'salute',
    acts: ['report'],
    lines: [
      line('S', 'template.salute.size'),
      line('A', 'template.salute.activity'),
      line('L', 'template.salute.location'),
      line('U', 'template.salute.unit'),
      line('T', 'template.salute.time'),
      line('E', 'template.salute.equipment'),
    ],
  },
  {
    id: 'methane',
    acts: ['report', 'request'],
    lines: [
      line('M', 'template.methane.major'),
      line('E', 'template.methane.location'),
      line('T', 'template.methane.type'),
      line('H', 'template.methane.hazards'),
      line('A', 'template.methane.access'),
      line('N', 'template.methane.casualties'),
      line('E', 'template.methane.services'),
    ],
  },
  {
    id: 'nine-line',
    acts: ['request'],
    lines: [
      line('1', 'template.nine.site'),
      line('2', 'template.nine.radio'),
      line('3', 'template.nine.precedence'),
      line('4', 'template.nine.equipment'),
      line('5', 'template.nine.type'),
      line('6', 'template.nine.security'),
      line('7', 'template.nine.marking'),
      line('8', 'template.nine.nationality'),
      line('9', 'template.nine.terrain'),
    ],
  },
];

export function templatesFor(act: string): readonly Template[] {
  return TEMPLATES.filter(({ acts }) => acts.includes(act));
}

/** The report as text that readers of both languages understand; what is not known is said to be so. */
export function composed({ id, lines }: Template, values: readonly string[]): string {
  const both = (key: TextKey) => texts[key].join(' / ');
  return [
    both(`template.${id}`),
    ...lines.map(({ mark, name }, index) => {
      const value = (values[index] ?? '').trim();
      return `${mark}  ${both(name)}: ${value === '' ? both('template.unknown') : value}`;
    }),
  ].join('\n');
}

/** The text with the report in it: in the place of the one that was put there before, else below what was typed. */
export function withReport(text: string, before: string, report: string): string {
  if (before !== '' && text.includes(before)) {
    return text.replace(before, () => report);
  }
  return text.trim() === '' ? report : `${text.trimEnd()}\n\n${report}`;
}
