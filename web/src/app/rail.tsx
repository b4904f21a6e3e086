import { useTranslate } from '../i18n/translate';
import { openScreen, useRoute } from '../navigation/route';
import { BacklogMark } from '../review/components/backlog-mark';
import { session } from '../session/session';
import { Icon } from '../ui/icon';
import { useStore } from '../ui/store';
import { nearest, openScreens } from './screens';

export function Rail() {
  const t = useTranslate();
  const { screen } = useRoute();
  useStore(session);
  return (
    <nav className="rail" aria-label={t('frame.screens')}>
      {openScreens().map((one) => (
        <button
          key={one}
          type="button"
          data-screen={one}
          aria-current={one === nearest(screen) ? 'page' : undefined}
          onClick={() => openScreen(one)}
        >
          <Icon name={one} size={24} />
          {one === 'reviews' && <BacklogMark />}
          <span>{t(`nav.${one}`)}</span>
        </button>
      ))}
    </nav>
  );
}
