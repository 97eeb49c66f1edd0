import { borrowFloats } from "./shelf";

/** Three planes of CIELAB (D65): L 0 to 100, a and b about -110 to 110. */
export interface Lab {
  width: number;
  height: number;
  L: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

const cubeRootSteps = 8192;
const cubeRootTop = 1.05;

const linear = new Float32Array(256);
for (let i = 0; i < 256; i++) {
  const c = i / 255;
  linear[i] = c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

/** The f of CIE 15, sampled: cube root above 0.008856, a straight line below. */
const curve = new Float32Array(cubeRootSteps + 1);
for (let i = 0; i <= cubeRootSteps; i++) {
  const t = (i / cubeRootSteps) * cubeRootTop;
  curve[i] = t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
}

/** sRGB bytes to CIELAB (IEC 61966-2-1, CIE 15:2004), by table, on planes that are borrowed from the shelf. */
export function toLab(rgb: Uint8Array, width: number, height: number): Lab {
  const n = width * height;
  const lab = { width, height, L: borrowFloats(n), a: borrowFloats(n), b: borrowFloats(n) };
  // A function called row by row is compiled to its best early; one called once a picture stays slow for long.
  for (let start = 0; start < n; start += width) convertRow(rgb, lab, start);
  return lab;
}

function convertRow(rgb: Uint8Array, { width, L, a, b }: Lab, start: number): void {
  const steps = cubeRootSteps / cubeRootTop;
  for (let i = start, j = 3 * start; i < start + width; i++, j += 3) {
    const red = linear[rgb[j]];
    const green = linear[rgb[j + 1]];
    const blue = linear[rgb[j + 2]];
    const x = curve[((0.43394 * red + 0.37624 * green + 0.18991 * blue) * steps + 0.5) | 0];
    const y = curve[((0.2126 * red + 0.7152 * green + 0.0722 * blue) * steps + 0.5) | 0];
    const z = curve[((0.01775 * red + 0.1095 * green + 0.87292 * blue) * steps + 0.5) | 0];
    L[i] = 116 * y - 16;
    a[i] = 500 * (x - y);
    b[i] = 200 * (y - z);
  }
}
