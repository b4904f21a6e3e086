import type { Kind, SharedRecord } from '../../api/types';
import { useTranslate } from '../../i18n/translate';
import { MachineTranslation } from '../../translation/components/machine-translation';
import { textIn } from '../../translation/model/foreign';
import { JsonTree } from '../../ui/json-tree';
import { ATTACHMENTS } from '../model/attachments';
import { useKindViews, type Body } from '../model/kind-view';
import { portionsAt } from '../model/portions';
import { useLanguage } from '../../i18n/language';
import { fieldNames, fieldWords, valueFor, wordFor } from '../model/kind-words';
import { AttachmentList } from './attachment-list';
import { FieldValue } from './field-value';
import { PortionBlock } from './portion-block';

interface Props {
  readonly record: SharedRecord;
  readonly kinds: readonly Kind[];
  /** Whether this is its newest revision, and it stands. */
  readonly current: boolean;
}

/** The content by the form of its kind; as received when nobody here knows the kind. */
export function RecordBody({ record, kinds, current }: Props) {
  const t = useTranslate();
  const view = useKindViews().get(record.kind);
  const body: Body = record.body as Body;
  const language = useLanguage();
  const kind = kinds.find((one) => one.kind === record.kind);
  const known = view !== undefined || kind !== undefined;
  const names = Object.keys(body);
  if (names.length === 0) {
    return record.state === 'recalled' ? null : <p className="quiet-text">{t('record.emptyBody')}</p>;
  }
  if (!known) {
    return (
      <div className="raw-body">
        <p className="quiet-text">{t('record.unknownKind', { kind: record.kind })}</p>
        {names.map((name) => (
          <PortionBlock
            key={name}
            name={name}
            heading={<code>{name}</code>}
            portions={portionsAt(record.portions, name)}
          >
            {name === ATTACHMENTS ? <AttachmentList value={body[name]} /> : <JsonTree value={body[name]} />}
          </PortionBlock>
        ))}
      </div>
    );
  }
  const titlePortions = portionsAt(record.portions, 'title');
  const order = kind === undefined ? [] : fieldNames(kind);
  const shown = [...order.filter((name) => name in body), ...names.filter((name) => !order.includes(name))].filter(
    (name) => name !== 'title' || titlePortions.length > 0,
  );
  return (
    <div className="body-fields">
      {shown.map((name) => {
        const words = fieldWords(kind, name);
        const heading = wordFor(name, words, language, t);
        return (
          <PortionBlock key={name} name={name} heading={heading} portions={portionsAt(record.portions, name)}>
            {name === ATTACHMENTS ? (
              <AttachmentList value={body[name]} />
            ) : (
              <FieldValue value={valueFor(body[name], words, language)} />
            )}
            {current && <Translation record={record.id} name={name} value={body[name]} />}
          </PortionBlock>
        );
      })}
    </div>
  );
}

/** Of what is shown now: an older form is no text that a machine is given. */
function Translation({ record, name, value }: { record: string; name: string; value: unknown }) {
  const found = textIn(name, value);
  return found && <MachineTranslation record={record} at={found.at} text={found.text} />;
}
