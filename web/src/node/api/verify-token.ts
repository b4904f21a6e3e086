import { currentLanguage } from '../../i18n/language';
import { noAnswer, problemFrom } from '../../api/problem';

/** Asks the node whether it takes this token, before anything of the session is kept. */
export async function verifyToken(token: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': currentLanguage() };
  const response = await fetch('/api/v1/node', { headers, cache: 'no-store' }).catch(() => {
    throw noAnswer();
  });
  if (!response.ok) {
    throw await problemFrom(response);
  }
}
