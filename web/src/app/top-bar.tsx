import { useLanguage } from '../i18n/language';
import { useTranslate } from '../i18n/translate';
import { useNode } from '../node/model/node-query';
import { isLiaison } from '../session/session';
import { Icon } from '../ui/icon';
import { setTheme, THEMES, useTheme } from '../ui/theme';
import { Clocks } from './clocks';
import { LanguageSwitch } from './language-switch';
import { leave } from './leave';
import { LinkStrip } from './link-strip';
import { overlay } from './overlay';
import { SeenAs } from './seen-as';

export function TopBar() {
  const t = useTranslate();
  const language = useLanguage();
  const node = useNode().data;
  const theme = useTheme();
  return (
    <header className="top-bar">
      <p className="brand">
        <span lang="ja">連携</span> <span className="latin">RENKEI</span>
      </p>
      <p className="node-name" title={node?.name[language]}>
        {node?.node ?? '…'}
      </p>
      <SeenAs />
      {!isLiaison() && <LinkStrip />}
      <button type="button" className="search-button" onClick={() => overlay.set('palette')}>
        <Icon name="search" size={15} />
        <span>{t('frame.search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <Clocks />
      <LanguageSwitch />
      <label className="theme-switch">
        <span className="hidden-text">{t('frame.theme')}</span>
        <select
          value={theme}
          onChange={(event) => setTheme(THEMES.find((one) => one === event.target.value) ?? 'night')}
        >
          {THEMES.map((one) => (
            <option key={one} value={one}>
              {t(`theme.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button icon-only help-button"
        aria-label={t('help.title')}
        onClick={() => overlay.set('help')}
      >
        <Icon name="help" />
      </button>
      <button
        type="button"
        className="button icon-only"
        aria-label={t('frame.signOut')}
        title={t('frame.signOut')}
        onClick={leave}
      >
        <Icon name="signOut" />
      </button>
    </header>
  );
}
