import { useTranslate } from '../i18n/translate';
import { openScreen, SCREENS, useRoute } from '../navigation/route';
import { Icon } from '../ui/icon';

export function Rail() {
  const t = useTranslate();
  const { screen } = useRoute();
  return (
    <nav className="rail" aria-label={t('frame.screens')}>
      {SCREENS.map((one) => (
        <button
          key={one}
          type="button"
          data-screen={one}
          aria-current={one === screen ? 'page' : undefined}
          onClick={() => openScreen(one)}
        >
          <Icon name={one} size={24} />
          <span>{t(`nav.${one}`)}</span>
        </button>
      ))}
    </nav>
  );
}
