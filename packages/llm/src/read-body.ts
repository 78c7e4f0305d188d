/**
 * The text of a body, at most its first `maxBytes`; the rest is not read and the connection is closed. Bytes that are
 * no UTF-8 become replacement characters.
 */
export async function readBody(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let left = maxBytes;
  try {
    while (left > 0) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value.subarray(0, left), { stream: true });
      left -= value.byteLength;
    }
    return text + decoder.decode();
  } finally {
    // A body that already failed cannot be cancelled either; its failure is on its way to the caller.
    await reader.cancel().catch(() => undefined);
  }
}
