import { useTranslate } from '../i18n/translate';
import { session } from '../session/session';
import { useStore } from '../ui/store';

/** Whose eyes this screen has: the nation of the person who sits here, and what the person is cleared for. */
export function SeenAs() {
  const t = useTranslate();
  const { caller } = useStore(session);
  const person = caller?.person;
  if (!caller || !person) {
    return null;
  }
  const clearance = [person.clearance.replace('_', ' '), ...person.caveats].join(' · ');
  return (
    <p className="seen-as" data-liaison={caller.liaison} title={t('frame.seenAsTitle')}>
      {caller.liaison
        ? t('frame.seenAsLiaison', { nation: person.nation, clearance })
        : t('frame.seenAs', { nation: person.nation, clearance: caller.cleared ? clearance : t('frame.notCleared') })}
    </p>
  );
}
