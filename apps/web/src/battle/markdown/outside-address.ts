/** An address that a model wrote and that a reader may choose to open. */
export interface OutsideAddress {
  readonly href: string;
  readonly kind: 'web' | 'mail';
  /** Where it leads, in full: the host, or the address of the recipient. Shown as the browser will use it, so look-alike letters are visible as `xn--`. */
  readonly host: string;
}

/** Reads an address, or null where it is relative (it would lead into the arena itself), unsafe, or no address. */
export function outsideAddress(href: string | undefined): OutsideAddress | null {
  if (href === undefined || !URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol === 'https:' || url.protocol === 'http:') return { href: url.href, kind: 'web', host: url.host };
  if (url.protocol === 'mailto:' && url.pathname !== '') return { href: url.href, kind: 'mail', host: url.pathname };
  return null;
}
