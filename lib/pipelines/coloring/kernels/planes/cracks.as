// AssemblyScript; planes.wasm.ts is made from it by `npm run planes`. What it does is told in lines/cracks.ts.
//
// Labels are i32, row by row. Corners of pixels are bytes, one more than pixels to a row: a set of the cracks that leave each.

@inline function at(values: usize, index: i32): usize { return values + (<usize>index << 2); }

const right: u32 = 1;
const down: u32 = 2;
const left: u32 = 4;
const up: u32 = 8;

/** Marks the cracks between pixels of different labels; `cracks` is all 0. */
export function markCracks(labels: usize, width: i32, height: i32, cracks: usize): void {
  const stride = width + 1;
  for (let y = 0; y < height; y++) {
    const first = y * width;
    // Above the first row lies no border.
    const above = y ? width : 0;
    const corners = cracks + y * stride;
    for (let x = 0; x < width; x += 4) {
      const own = v128.load(at(labels, first + x));
      const across = i32x4.bitmask(i32x4.ne(own, v128.load(at(labels, first + x - above))));
      const beside = i32x4.bitmask(i32x4.ne(own, v128.load(at(labels, first + x - 1))));
      const some = (across | beside) & (width - x >= 4 ? 15 : (1 << (width - x)) - 1);
      for (let bits = some; bits; bits &= bits - 1) {
        const k = ctz(bits);
        const corner = corners + x + k;
        if ((across >> k) & 1) {
          add(corner, right);
          add(corner + 1, left);
        }
        if (((beside >> k) & 1) && x + k) {
          add(corner, down);
          add(corner + stride, up);
        }
      }
    }
  }
}

@inline function add(corner: usize, crack: u32): void { store<u8>(corner, load<u8>(corner) | crack); }
