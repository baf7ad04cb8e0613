/** The window's only Trusted Types policy: lets Mantine write its style text and our own workers start, and nothing else. */

type PolicyRules = {
  readonly createHTML: (text: string) => string | null;
  readonly createScript: (text: string) => null;
  readonly createScriptURL: (address: string) => string | null;
};

type PolicyFactory = { readonly createPolicy: (name: string, rules: PolicyRules) => unknown };

/** Style text passes; anything that could open an element does not. */
export const passStyleText = (text: string): string | null => (text.includes('<') ? null : text);

/** The scripts of the built window pass; any other address does not. */
export function passOwnScript(address: string, page: string = window.location.href): string | null {
  const [asked, own] = [new URL(address, page), new URL(page)];
  const isOwn = asked.protocol === own.protocol && asked.host === own.host && asked.pathname.startsWith('/assets/');
  return isOwn ? address : null;
}

/** Does nothing where the browser has no Trusted Types. */
export function installTrustedTypes(factory: PolicyFactory | undefined = findFactory()): void {
  factory?.createPolicy('default', {
    createHTML: passStyleText,
    createScript: () => null,
    createScriptURL: address => passOwnScript(address),
  });
}

const findFactory = (): PolicyFactory | undefined => (window as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
