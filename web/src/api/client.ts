import { currentLanguage } from '../i18n/language';
import { askPerson } from '../session/proof';
import { currentToken, expire } from '../session/session';
import { noAnswer, problemFrom } from './problem';

const PROOF_NEEDED = 'urn:renkei:problem:proof-needed';

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface Call {
  readonly query?: Query | undefined;
  /** A file goes as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

/** The header with our name says that a page of the node asks: no other site can add it. */
export function authHeaders(): Record<string, string> {
  const token = currentToken();
  return {
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
    'Accept-Language': currentLanguage(),
    'Renkei-Page': '1',
  };
}

/** One call to the node. Throws a ProblemError; 401 also ends the session. */
export async function call<T>(method: string, path: string, what: Call = {}): Promise<T> {
  return (await (await answer(method, path, what)).json()) as T;
}

/** The same for an answer without content. */
export async function callForNothing(method: string, path: string, what: Call = {}): Promise<void> {
  await answer(method, path, what);
}

/** The same for an answer that is a file. */
export async function callForFile(method: string, path: string, what: Call = {}): Promise<Blob> {
  return (await answer(method, path, what)).blob();
}

async function answer(method: string, path: string, { query, body, signal }: Call, again = false): Promise<Response> {
  const headers = authHeaders();
  const init: RequestInit = { method, headers, cache: 'no-store' };
  if (body instanceof Blob) {
    headers['Content-Type'] = 'application/octet-stream';
    init.body = body;
  } else if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  if (signal) {
    init.signal = signal;
  }
  const response = await fetch(path + search(query), init).catch((error: unknown) => {
    if (signal?.aborted) {
      throw error;
    }
    throw noAnswer();
  });
  if (response.status === 401) {
    expire();
  }
  if (!response.ok) {
    const problem = await problemFrom(response);
    // What the person has to prove first is done when that is done.
    if (problem.problem.type === PROOF_NEEDED && !again && (await askPerson())) {
      return answer(method, path, { query, body, signal }, true);
    }
    throw problem;
  }
  return response;
}

function search(query: Query | undefined): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') {
      parameters.set(name, String(value));
    }
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
