import { useId, type ReactNode } from 'react';
import { useTranslate } from '../../i18n/translate';
import { Icon } from '../../ui/icon';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A small card at the edge of the map; Escape closes it, and the map stays in use. */
export function MapCard({ title, onClose, children }: Props) {
  const t = useTranslate();
  const id = useId();
  return (
    <section
      className="map-card"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <header>
        <h2 id={id}>{title}</h2>
        <button type="button" className="button icon-only" aria-label={t('common.close')} onClick={onClose}>
          <Icon name="close" size={15} />
        </button>
      </header>
      {children}
    </section>
  );
}
