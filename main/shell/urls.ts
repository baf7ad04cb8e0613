/** Which addresses may open where: inside the window, outside in the person's browser, or not at all. */

/** True only for addresses of the window itself; compares parsed parts, never prefixes. */
export function isOwnAddress(address: string, own: string): boolean {
  const [a, b] = [parsed(address), parsed(own)];
  return (
    a !== undefined && b !== undefined && a.protocol === b.protocol && a.host === b.host && !a.username && !a.password
  );
}

/**
 * True for addresses that may be handed to the operating system: plain web, mail and telephone links.
 * Everything that could start a program (`file:`, `smb:`, `ms-msdt:`, `javascript:` …) is refused, and so are
 * names that pretend to be others (punycode) or carry a password.
 */
export function mayOpenOutside(address: string): boolean {
  const url = parsed(address);
  if (!url) return false;
  if (url.protocol === 'mailto:' || url.protocol === 'tel:') return true;
  const disguised =
    url.username !== '' || url.password !== '' || url.hostname.split('.').some(part => part.startsWith('xn--'));
  return url.protocol === 'https:' && url.hostname !== '' && !disguised;
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
