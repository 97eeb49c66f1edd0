import { area, band, blob, box, curve, type Element, line, oval, place, poly, repeat, scene, star } from "../drawing";
import { c } from "../palette";
import { blossom, sun, tree } from "./parts";

/** Our own letters as strokes of a broad brush, 100 high; the baseline is y = 0. */
const strokes: Record<string, { width: number; d: string }> = {
  A: { width: 78, d: "M0 0L36 -100L72 0M14 -34H58" },
  B: { width: 66, d: "M0 0V-100H28Q52 -98 52 -76Q52 -54 28 -52H0M28 -52Q58 -50 58 -26Q58 0 28 0H0" },
  C: { width: 74, d: "M66 -80Q52 -100 32 -100Q0 -96 0 -50Q0 -4 32 0Q54 0 66 -20" },
  D: { width: 70, d: "M0 0V-100H24Q64 -98 64 -50Q64 -2 24 0z" },
  E: { width: 58, d: "M52 0H0V-100H52M0 -52H42" },
  G: { width: 76, d: "M66 -82Q52 -100 32 -100Q0 -96 0 -50Q0 -4 32 0Q66 0 66 -46H38" },
  H: { width: 72, d: "M0 0V-100M62 0V-100M0 -52H62" },
  I: { width: 26, d: "M6 0V-100" },
  L: { width: 54, d: "M0 -100V0H48" },
  M: { width: 88, d: "M0 0V-100L38 -40L76 -100V0" },
  N: { width: 74, d: "M0 0V-100L62 0V-100" },
  O: { width: 82, d: "M36 -100Q0 -98 0 -50Q0 -2 36 0Q72 -2 72 -50Q72 -98 36 -100z" },
  P: { width: 64, d: "M0 0V-100H28Q58 -98 58 -72Q58 -46 28 -46H0" },
  R: { width: 68, d: "M0 0V-100H28Q58 -98 58 -74Q58 -48 28 -48H0M28 -48L60 0" },
  S: { width: 68, d: "M58 -84Q46 -100 28 -100Q4 -98 4 -76Q6 -56 30 -52Q58 -46 58 -24Q56 0 28 0Q8 0 0 -18" },
  T: { width: 70, d: "M0 -100H64M32 -100V0" },
  Y: { width: 72, d: "M0 -100L32 -48L64 -100M32 -48V0" },
  Z: { width: 68, d: "M0 -100H58L0 0H60" },
  "1": { width: 44, d: "M4 -78L28 -100V0" },
  "2": { width: 68, d: "M2 -76Q6 -100 32 -100Q60 -98 58 -72Q56 -52 0 0H60" },
  "3": { width: 66, d: "M2 -86Q12 -100 30 -100Q56 -98 56 -76Q54 -54 26 -54Q58 -54 58 -28Q56 0 28 0Q10 0 0 -16" },
  "4": { width: 74, d: "M46 0V-100L0 -30H64" },
  "7": { width: 66, d: "M0 -100H58L18 0" },
};

/** A word with its first letter's foot at (x, y), `height` high; each letter in the next of the colours. */
const word = (text: string, x: number, y: number, height: number, fills: string[], thickness = 24): Element[] => {
  const scale = height / 100;
  let at = x;
  return [...text].flatMap((letter, i) => {
    const glyph = strokes[letter];
    const left = at;
    at += (glyph.width + thickness * 1.2) * scale;
    return place({ x: left, y, scale }, area(fills[i % fills.length], band(glyph.d, thickness)));
  });
};

export const abc = scene(
  "ABC with apple, ball and cat",
  400,
  300,
  area(c.cream, box(0, 0, 400, 300)),
  word("ABC", 64, 142, 96, [c.red, c.blue, c.green]),
  area(c.red, blob("80,200 52,190 34,214 44,254 66,272 80,266 94,272 118,254 126,214 108,190")),
  area(c.green, blob("84,186 96,168 118,164 108,184")),
  line(curve("80,200 78,182 72,172"), 4),
  area(c.yellow, oval(200, 226, 46)),
  area(c.blue, "M160 204Q200 236 244 212L246 228Q200 256 154 222z"),
  area(c.red, "M190 181Q176 226 196 272H210Q192 226 206 180z"),
  area(c.slate, "M278 186L274 160L300 176zM362 186L366 160L340 176z", oval(320, 224, 48, 46)),
  area(c.yellow, oval(302, 214, 9, 11), oval(338, 214, 9, 11)),
  area(c.ink, oval(302, 214, 3, 8), oval(338, 214, 3, 8)),
  area(c.pink, poly("313,234 327,234 320,243")),
  line(
    "M290 240L262 236M290 246L264 252M350 240L378 236M350 246L376 252M320 243Q312 256 304 248M320 243Q328 256 336 248",
    2.4,
  ),
);

export const hello = scene(
  "HELLO banner",
  400,
  240,
  area(c.sky, box(0, 0, 400, 240)),
  sun(346, 54, 26),
  area(c.wine, poly("8,96 54,96 54,196 8,196 28,146"), poly("392,96 346,96 346,196 392,196 372,146")),
  area(c.yellow, box(38, 76, 324, 104)),
  area(c.amber, box(38, 166, 324, 14)),
  word("HELLO", 76, 152, 56, [c.navy, c.red], 22),
  area(c.forest, blob("70,60 90,34 124,40 132,62 104,74")),
  area(c.orange, poly("66,52 50,58 68,64")),
  area(c.white, oval(84, 52, 5)),
  area(c.olive, blob("100,56 128,30 148,34 126,60")),
);

export const numbers = scene(
  "123 and 4",
  360,
  360,
  area(c.mint, box(0, 0, 180, 180)),
  area(c.lilac, box(180, 0, 180, 180)),
  area(c.peach, box(0, 180, 180, 180)),
  area(c.ice, box(180, 180, 180, 180)),
  place({ x: 70, y: 134 }, word("1", 0, 0, 90, [c.red])),
  place({ x: 242, y: 134 }, word("2", 0, 0, 90, [c.navy])),
  place({ x: 56, y: 314 }, word("3", 0, 0, 90, [c.forest])),
  place({ x: 234, y: 314 }, word("4", 0, 0, 90, [c.orange])),
  area(c.yellow, star(28, 30, 20)),
  repeat("208,30 330,30", (x, y) => area(c.yellow, star(x, y, 20))),
  repeat("28,206 152,206 28,334", (x, y) => area(c.violet, star(x, y, 20))),
  repeat("206,206 336,206 206,336 336,336", (x, y) => area(c.rose, star(x, y, 20))),
);

export const stopSign = scene(
  "stop sign",
  320,
  400,
  area(c.sky, box(0, 0, 320, 400)),
  area(c.green, "M0 330Q160 306 320 334V400H0z"),
  area(c.grey, box(150, 200, 20, 186)),
  area(c.white, poly("103,30 217,30 298,111 298,225 217,306 103,306 22,225 22,111")),
  area(c.red, poly("108,43 212,43 285,116 285,220 212,293 108,293 35,220 35,116")),
  word("STOP", 56, 192, 54, [c.white], 20),
  blossom(60, 352, 20, 6, c.white),
  blossom(256, 358, 22, 6, c.pink),
);

export const zooGate = scene(
  "zoo gate",
  400,
  300,
  area(c.leaf, box(0, 0, 400, 300)),
  area(c.sand, "M120 300L170 150H230L280 300z"),
  area(c.brown, box(56, 90, 32, 200, 4), box(312, 90, 32, 200, 4)),
  area(c.tan, "M30 104Q200 -10 370 104L358 138Q200 40 42 138z"),
  area(c.cream, box(112, 60, 176, 84, 14)),
  word("ZOO", 136, 124, 42, [c.green, c.orange, c.violet], 24),
  area(
    c.forest,
    band("M110 290V176M150 290V176M250 290V176M290 290V176M96 196H166M236 196H306M96 262H166M236 262H306", 10),
  ),
  tree(28, 296, 1.1, c.forest),
  area(c.rose, oval(364, 232, 26, 22), band(curve("364,232 386,200 372,170 350,172"), 12)),
  area(c.ink, poly("348,168 330,176 346,182")),
  line("M360 252V292M372 250V292", 3.4),
);

export const birthday = scene(
  "birthday card with 7",
  320,
  400,
  area(c.pink, box(0, 0, 320, 400)),
  area(c.white, box(24, 24, 272, 352, 16)),
  place({ x: 128, y: 236 }, word("7", 0, 0, 150, [c.violet], 30)),
  area(c.teal, oval(70, 106, 32, 40), poly("70,140 62,156 78,156")),
  area(c.red, oval(248, 92, 32, 40), poly("248,126 240,142 256,142")),
  line(curve("70,156 82,190 66,224 78,260"), 3),
  line(curve("248,142 236,180 252,216 240,256"), 3),
  area(c.amber, box(66, 276, 188, 78, 8)),
  area(c.red, box(148, 276, 26, 78)),
  area(c.orange, box(56, 258, 208, 28, 6)),
  area(c.red, blob("160,258 120,226 104,240 118,258"), blob("162,258 202,226 218,240 204,258")),
  repeat("110,60 190,56 264,196 52,204", (x, y) => area(c.yellow, star(x, y, 14))),
);

export const lettering = [abc, hello, numbers, stopSign, zooGate, birthday];
