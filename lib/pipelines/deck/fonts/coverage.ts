/** Which characters a font has. */
export class Coverage {
  private readonly ranges: Uint32Array;

  /** @param ranges first and last code points in pairs, rising. */
  constructor(ranges: readonly number[]) {
    this.ranges = Uint32Array.from(ranges);
  }

  has(codePoint: number): boolean {
    let low = 0;
    let high = this.ranges.length / 2 - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (codePoint < this.ranges[2 * middle]) high = middle - 1;
      else if (codePoint > this.ranges[2 * middle + 1]) low = middle + 1;
      else return true;
    }
    return false;
  }
}

/** What a font's `cmap` table says; nothing when it is broken. */
export function cmapCoverage(cmap: Buffer | null): Coverage {
  return new Coverage(cmap === null ? [] : rangesOf(cmap));
}

function rangesOf(cmap: Buffer): number[] {
  try {
    const offsets = new Map<number, number>();
    for (let index = 0; index < cmap.readUInt16BE(2); index++) {
      const platform = cmap.readUInt16BE(4 + 8 * index);
      const offset = cmap.readUInt32BE(8 + 8 * index);
      if (platform === 0 || platform === 3) offsets.set(cmap.readUInt16BE(offset), offset);
    }
    const wide = offsets.get(12);
    if (wide !== undefined) return groups(cmap, wide);
    const narrow = offsets.get(4);
    return narrow === undefined ? [] : segments(cmap, narrow);
  } catch {
    return [];
  }
}

/** Format 12. */
function groups(cmap: Buffer, offset: number): number[] {
  const ranges: number[] = [];
  const count = cmap.readUInt32BE(offset + 12);
  for (let at = offset + 16; at < offset + 16 + 12 * count; at += 12) {
    ranges.push(cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4));
  }
  return ranges;
}

/** Format 4; a segment whose glyphs stand in a list may have holes. Segments rise: what goes back over others is passed over. */
function segments(cmap: Buffer, offset: number): number[] {
  const ranges: number[] = [];
  const size = cmap.readUInt16BE(offset + 6);
  const [ends, starts] = [offset + 14, offset + 16 + size];
  const lists = starts + 2 * size;
  let last = -1;
  for (let at = 0; at < size; at += 2) {
    const end = cmap.readUInt16BE(ends + at);
    const start = cmap.readUInt16BE(starts + at);
    if (start === 0xffff || start <= last) continue;
    last = Math.max(start, end);
    const list = cmap.readUInt16BE(lists + at);
    if (list === 0) ranges.push(start, end);
    else
      for (let code = start; code <= end; code++) {
        if (cmap.readUInt16BE(lists + at + list + 2 * (code - start)) !== 0) ranges.push(code, code);
      }
  }
  return ranges;
}
