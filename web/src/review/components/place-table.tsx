import type { OutwardPreview, Review } from '../../api/types';
import { fieldName, pointerName } from '../../i18n/field-name';
import { useTranslate } from '../../i18n/translate';
import { FieldValue } from '../../records/components/field-value';
import { cutAbove, type Cuts } from '../model/cuts';
import { placesOf, type Place } from '../model/places';

interface Props {
  readonly review: Review;
  readonly body: unknown;
  readonly preview: OutwardPreview;
  /** Places that the rules remove whatever the officer says. */
  readonly byRules: readonly string[];
  readonly cuts: Cuts;
  /** Whether the node has not yet answered what is asked now. */
  readonly stale: boolean;
  /** Null where nothing can be cut. */
  readonly onToggle: ((at: string) => void) | null;
}

/** The record, place by place, beside exactly what the party would get; each place can be cut where it stands. */
export function PlaceTable({ review, body, preview, byRules, cuts, stale, onToggle }: Props) {
  const t = useTranslate();
  const places = placesOf(body, preview);
  return (
    <section className="places" aria-busy={stale} data-stale={stale}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('review.place')}</th>
            <th scope="col">{t('review.whole')}</th>
            <th scope="col">
              {t(onToggle || review.state === 'open' ? 'review.outward' : 'review.outwardDone', {
                party: review.party,
              })}
            </th>
            {onToggle && <th scope="col" />}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <Row key={place.at} place={place} byRules={byRules} cuts={cuts} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
      <p className="outward-size">
        {stale ? (
          t('review.computing')
        ) : preview.form === null || preview.form === undefined ? (
          t('review.nothingGoes')
        ) : (
          <>
            {t('review.bytes', { n: preview.bytes.toLocaleString('en-US') })} · SHA-256{' '}
            <code className="hash">{preview.digest}</code>
          </>
        )}
      </p>
    </section>
  );
}

interface RowProps extends Pick<Props, 'byRules' | 'cuts' | 'onToggle'> {
  readonly place: Place;
}

function Row({ place, byRules, cuts, onToggle }: RowProps) {
  const t = useTranslate();
  const { at, depth, name, holds, whole, sent, state, own } = place;
  const above = cutAbove(cuts, at);
  const cut = cuts.includes(at);
  const held = byRules.some((one) => one === at || at.startsWith(`${one}/`));
  const mark = cut || above ? 'cut' : state === 'removed' ? (held ? 'removed' : 'pending') : state;
  const spoken = pointerName(at, t);
  return (
    <tr data-at={at} data-mark={mark}>
      <th scope="row" data-depth={Math.min(depth, 6)}>
        {/^\d+$/.test(name) ? `${Number(name) + 1}.` : fieldName(name, t)}
      </th>
      <td className="place-whole">{!holds && whole !== undefined && <FieldValue value={whole} />}</td>
      <td className="place-sent">
        {cut && <span className="place-mark">{t('review.cut')}</span>}
        {!cut && above && !holds && (
          <span className="place-mark quiet">{t('review.cutWith', { at: pointerName(above, t) })}</span>
        )}
        {mark === 'removed' && own && <span className="place-mark">{t('review.removed')}</span>}
        {mark === 'coarsened' && own && <span className="place-mark">{t('review.coarsened')}</span>}
        {mark !== 'cut' && !holds && sent !== undefined && <FieldValue value={sent} />}
      </td>
      {onToggle && (
        <td className="place-act">
          {!above && !held && whole !== undefined && (
            <button
              type="button"
              className={cut ? 'button small' : 'button small quiet'}
              aria-pressed={cut}
              aria-label={t(cut ? 'review.undoCutAt' : 'review.doCutAt', { at: spoken })}
              onClick={() => onToggle(at)}
            >
              {t(cut ? 'review.undoCut' : 'review.doCut')}
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
