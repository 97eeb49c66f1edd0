import { collect, kernels, lendAll, missing, target } from "./planes/workbench";
import { emptyFloats } from "./shelf";

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
  const planes = [emptyFloats(n), emptyFloats(n), emptyFloats(n)];
  const [light, cubeRoots, bytes, ...rooms] = lendAll([linear, curve, rgb.subarray(0, 3 * n)], ...planes.map(missing));
  const [toL, toA, toB] = planes.map((plane, i) => target(plane, rooms[i]));
  kernels.toLab(bytes, n, light, cubeRoots, cubeRootSteps / cubeRootTop, toL, toA, toB);
  for (const [i, plane] of planes.entries()) collect(plane, rooms[i]);
  const [L, a, b] = planes;
  return { width, height, L, a, b };
}
