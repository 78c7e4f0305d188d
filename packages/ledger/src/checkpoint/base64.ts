/** Standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The bytes, or null where the text is not base64 in the one form that {@link toBase64} gives. */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    // `atob` forgives spaces, missing padding and stray bits; two texts of one signature would be two notes.
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
