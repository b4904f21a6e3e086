import { isTextKey, type Translate } from './translate';

/** The name of a field: ours where we have one, its own otherwise. */
export function fieldName(name: string, t: Translate): string {
  const key = `field.${name}`;
  return isTextKey(key) ? t(key) : name;
}

/** A JSON pointer into a body as a person says it: the field, then the rest of the way. */
export function pointerName(pointer: string, t: Translate): string {
  const [, field = '', ...rest] = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [fieldName(field, t), ...rest].join(' / ');
}
