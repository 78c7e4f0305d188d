/**
 * Decodes Parquet's hybrid of run-length and bit-packed numbers of `width` bits, into all of `into`.
 *
 * @example readHybrid(Uint8Array.of(6, 1), 1, new Uint32Array(3)) // 1, 1, 1: a run of three
 */
export function readHybrid(bytes: Uint8Array, width: number, into: Uint32Array): Uint32Array {
  let at = 0;
  let filled = 0;
  while (filled < into.length) {
    let header = 0;
    let shift = 0;
    for (let byte = 0x80; byte >= 0x80; shift += 7) {
      if (at >= bytes.length) throw new Error('a page ends within its numbers');
      byte = bytes[at++];
      header |= (byte & 0x7f) << shift;
    }
    const end = (header & 1) === 1 ? filled + (header >>> 1) * 8 : filled + (header >>> 1);
    const until = Math.min(end, into.length);
    if ((header & 1) === 1) {
      unpack(bytes.subarray(at), width, into.subarray(filled, until));
      at += (header >>> 1) * width;
    } else {
      let value = 0;
      for (let byte = 0; byte < width; byte += 8) value |= bytes[at++] << byte;
      into.fill(value >>> 0, filled, until);
    }
    filled = until;
  }
  return into;
}

function unpack(bytes: Uint8Array, width: number, into: Uint32Array): void {
  const mask = width === 32 ? 0xffff_ffff : (1 << width) - 1;
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < into.length; index++) {
    // With more than 24 bits held, another byte would not fit into 32.
    while (bits < width && bits <= 24) {
      held |= bytes[at++] << bits;
      bits += 8;
    }
    if (bits >= width) {
      into[index] = held & mask;
      // A shift by 32 is one by 0.
      held = width === 32 ? 0 : held >>> width;
      bits -= width;
    } else {
      // A wider number ends in the next byte.
      const next = bytes[at++];
      into[index] = ((held | (next << bits)) & mask) >>> 0;
      held = next >>> (width - bits);
      bits += 8 - width;
    }
  }
}
