import { useTranslate } from '../i18n/translate';
import { ACTIONS } from './actions';
import { overlay } from './overlay';
import { OverlayDialog } from './overlay-dialog';

export function Help() {
  const t = useTranslate();
  return (
    <OverlayDialog label={t('help.title')}>
      <div className="help">
        <h2>{t('help.title')}</h2>
        <dl>
          {ACTIONS.flatMap(({ id, name, shortcut }) =>
            shortcut
              ? [
                  <div key={id}>
                    <dt>{t(name)}</dt>
                    <dd>
                      {shortcut.split(/[ +]/).map((key, index) => (
                        <kbd key={index}>{key}</kbd>
                      ))}
                    </dd>
                  </div>,
                ]
              : [],
          )}
        </dl>
        <button type="button" className="button" onClick={() => overlay.set('none')}>
          {t('help.close')}
        </button>
      </div>
    </OverlayDialog>
  );
}
