import { Glossed } from '../../glossary/components/glossed';
import { useLanguage } from '../../i18n/language';
import { localTime, zuluFull } from '../../i18n/time';
import { isLocalText, localText } from '../../i18n/translate';
import { namedAreas } from '../model/named-areas';
import { formatPosition, isPosition } from '../model/position';
import { decimal } from '../../ui/figures';
import { JsonTree } from '../../ui/json-tree';

interface Quantity {
  readonly value: number;
  readonly unit?: string;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** One value of a body, rendered by what it is. */
export function FieldValue({ value }: { value: unknown }) {
  const language = useLanguage();
  if (typeof value === 'string' && INSTANT.test(value)) {
    return (
      <time dateTime={value}>
        {zuluFull(value)} <span className="local">{localTime(value)}</span>
      </time>
    );
  }
  if (isPosition(value)) {
    return <span className="mono">{formatPosition(value)}</span>;
  }
  if (isLocalText(value)) {
    return (
      <span className="text">
        <Glossed text={localText(value, language)} />
      </span>
    );
  }
  if (typeof value === 'number') {
    return <span className="mono">{value}</span>;
  }
  if (isQuantity(value)) {
    return (
      <span className="mono">
        {decimal(value.value, 3)} {value.unit}
      </span>
    );
  }
  if (typeof value === 'boolean') {
    return <span className="mono">{String(value)}</span>;
  }
  if (Array.isArray(value) && value.every(isLocalText)) {
    return (
      <span className="text">
        {value.map((item) => localText(item, language)).join(language === 'ja' ? '、' : ', ')}
      </span>
    );
  }
  const areas = namedAreas(value);
  if (areas !== null) {
    return (
      <ul className="named-areas">
        {areas.map((area, index) => (
          <li key={index}>
            {localText(area.name, language)} {area.facts.length > 0 && <b>{area.facts.join(' · ')}</b>}
          </li>
        ))}
      </ul>
    );
  }
  return <JsonTree value={value} />;
}

/** An amount with its unit and nothing else: what says more is shown whole. */
function isQuantity(value: unknown): value is Quantity {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { value: amount, unit, ...rest } = value as Readonly<Record<string, unknown>>;
  return (
    typeof amount === 'number' && (unit === undefined || typeof unit === 'string') && Object.keys(rest).length === 0
  );
}
