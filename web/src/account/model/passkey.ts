import type { PasskeyOptions, SignInOffer } from '../../api/types';

/** Where passkeys stand in this browser, at this address. */
export type PasskeyState =
  | { readonly kind: 'here' }
  /** They work at another address of this node. */
  | { readonly kind: 'elsewhere'; readonly origin: string }
  /** The node has no name that browsers make passkeys for, or the browser makes none. */
  | { readonly kind: 'none' };

export function passkeyState(offer: SignInOffer | undefined): PasskeyState {
  const origin = offer?.passkeys ?? null;
  if (origin === null) {
    return { kind: 'none' };
  }
  if (location.origin !== origin) {
    return { kind: 'elsewhere', origin };
  }
  const known = 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
  return known && window.isSecureContext ? { kind: 'here' } : { kind: 'none' };
}

/** Makes a passkey; what comes back is for the node. Null when the person closed the browser's window. */
export function createPasskey(options: PasskeyOptions): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
    options as unknown as PublicKeyCredentialCreationOptionsJSON,
  );
  return answerOf(navigator.credentials.create({ publicKey }));
}

/** Uses a passkey; the same. */
export function usePasskey(options: PasskeyOptions, signal?: AbortSignal): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(
    options as unknown as PublicKeyCredentialRequestOptionsJSON,
  );
  const autofill = signal === undefined ? {} : { signal, mediation: 'conditional' as const };
  return answerOf(navigator.credentials.get({ publicKey, ...autofill }));
}

/** Whether the browser offers passkeys where one types a name. */
export async function offersInAutofill(): Promise<boolean> {
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false;
}

async function answerOf(asked: Promise<Credential | null>): Promise<unknown> {
  try {
    const credential = await asked;
    return credential instanceof PublicKeyCredential ? credential.toJSON() : null;
  } catch (error) {
    if (error instanceof DOMException && ['AbortError', 'NotAllowedError'].includes(error.name)) {
      return null;
    }
    throw error;
  }
}
