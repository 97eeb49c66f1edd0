import { area, band, blob, box, curve, line, oval, place, poly, repeat, scene } from "../drawing";
import { c } from "../palette";
import { leaf } from "./parts";

export const iceCream = scene(
  "ice-cream cone",
  300,
  400,
  area(c.sky, box(0, 0, 300, 400)),
  area(c.tan, "M88 200H212L150 386z"),
  line("M104 216L172 318M140 204L190 262M196 216L128 318M160 204L110 262M176 204L206 214", 2.6),
  area(c.cream, oval(108, 154, 54, 52)),
  area(c.rose, oval(194, 154, 54, 52)),
  area(c.brown, blob("150,54 108,72 96,110 110,136 130,128 150,142 172,128 192,136 204,110 192,72")),
  area(c.amber, blob("82,186 104,206 124,196 150,214 176,196 198,206 218,186 216,206 150,222 84,206")),
  area(c.red, oval(152, 44, 18)),
  line(curve("154,28 164,12 182,8"), 3.4),
  repeat("126,92 150,80 172,98 140,112 164,120", (x, y, i) =>
    place({ x, y, turn: 50 * i }, area([c.yellow, c.teal, c.pink][i % 3], box(-9, -3.5, 18, 7, 3.5))),
  ),
);

export const cake = scene(
  "birthday cake",
  360,
  360,
  area(c.mint, box(0, 0, 360, 360)),
  area(c.white, oval(180, 316, 150, 26)),
  area(c.rose, box(60, 210, 240, 100, 14)),
  area(c.yellow, box(100, 126, 160, 90, 12)),
  area(
    c.white,
    "M60 224Q60 206 80 206H280Q300 206 300 224V238Q290 262 276 244Q262 230 250 250Q236 272 222 250Q208 230 194 250Q180 272 166 250Q152 230 138 250Q124 268 110 248Q98 230 84 248Q70 260 60 238z",
  ),
  area(
    c.brown,
    "M100 140Q100 124 116 124H244Q260 124 260 140V150Q250 172 238 154Q224 140 212 160Q196 180 182 158Q168 140 154 160Q140 178 126 156Q112 142 100 158z",
  ),
  repeat("130,124 164,124 198,124 232,124", (x, y, i) => [
    area([c.red, c.blue, c.violet, c.teal][i], box(x - 6, y - 50, 12, 52, 3)),
    area(c.amber, blob(`${x},${y - 80} ${x - 9},${y - 62} ${x},${y - 52} ${x + 9},${y - 62}`)),
  ]),
  repeat("96,286 138,286 180,286 222,286 264,286", (x, y) => area(c.red, oval(x, y, 11))),
);

export const burger = scene(
  "burger",
  360,
  300,
  area(c.yellow, box(0, 0, 360, 300)),
  area(c.amber, blob("70,228 66,254 110,272 250,272 294,254 290,228")),
  area(c.cocoa, box(60, 196, 240, 38, 18)),
  area(c.orange, poly("62,186 298,186 262,206 240,232 212,206 150,206")),
  area(c.red, box(70, 164, 220, 24, 12)),
  area(
    c.leaf,
    blob("52,162 70,148 290,148 308,162 284,180 258,166 232,182 206,168 180,184 154,168 128,182 102,166 76,180"),
  ),
  area(c.tan, blob("62,150 66,96 120,52 180,42 240,52 294,96 298,150 180,156")),
  repeat("120,88 150,66 186,74 222,66 250,92 172,104 214,108 130,116", (x, y, i) =>
    place({ x, y, turn: 35 * i }, area(c.cream, oval(0, 0, 8, 5))),
  ),
);

export const fruitBowl = scene(
  "fruit bowl",
  400,
  320,
  area(c.teal, box(0, 0, 400, 320)),
  area(c.brown, box(0, 250, 400, 70)),
  area(c.yellow, blob("250,60 262,58 300,100 306,160 280,210 250,210 270,150 262,100")),
  area(c.green, blob("118,90 92,110 88,150 96,200 150,204 160,150 146,108 132,90")),
  line("M124 92L118 70", 5),
  repeat("172,102 206,98 160,132 192,130 224,126 176,160 208,156 192,184", (x, y, i) =>
    area(i % 3 ? c.violet : c.lilac, oval(x, y, 18)),
  ),
  place({ x: 190, y: 90, turn: 30 }, leaf(46, 24, c.leaf)),
  area(c.orange, oval(256, 186, 44)),
  area(c.red, blob("140,160 108,152 92,184 104,226 150,226 176,196 168,160")),
  line(curve("138,164 136,146 144,134"), 4),
  area(c.white, "M70 196H330Q326 262 254 288H146Q74 262 70 196z"),
  area(c.blue, band("M84 226Q200 246 316 226", 12)),
  area(c.white, box(156, 282, 88, 16, 6)),
);

export const pizza = scene(
  "slice of pizza",
  320,
  360,
  area(c.navy, box(0, 0, 320, 360)),
  area(c.yellow, "M46 86Q160 40 274 86L168 336Q160 346 152 336z"),
  area(c.yellow, blob("200,256 206,300 214,316 222,300 218,220")),
  area(c.tan, blob("36,88 60,52 160,24 260,52 284,88 270,108 160,70 50,108")),
  repeat("120,126 196,118 156,204 168,276", (x, y, i) => area(c.red, oval(x, y, 26 - 2 * i))),
  area(
    c.white,
    blob("150,156 166,142 188,156 178,166 172,184 162,182 162,166"),
    blob("94,166 108,158 120,170 110,182"),
  ),
  area(c.forest, blob("214,158 238,152 228,176 208,184"), blob("132,246 146,232 150,252 138,262")),
  repeat("150,106 226,100 92,122", (x, y) => area(c.ink, `${oval(x, y, 11)}${oval(x, y, 4.5)}`)),
);

export const teatime = scene(
  "tea and biscuits",
  400,
  300,
  area(c.pink, box(0, 0, 400, 300)),
  area(c.wine, box(0, 226, 400, 74)),
  area(c.white, band("M104 128C48 124 48 202 116 196", 16)),
  area(c.white, band("M266 170Q304 170 316 118", 20)),
  area(c.white, blob("184,92 122,106 100,160 122,226 250,226 274,160 248,106")),
  area(c.blue, blob("184,78 144,86 130,106 240,106 226,86")),
  area(c.navy, oval(184, 70, 13, 12)),
  area(c.blue, oval(186, 166, 26)),
  area(c.white, oval(186, 166, 13)),
  area(c.cream, oval(330, 250, 62, 15)),
  area(c.yellow, "M292 196H368Q366 246 330 246Q294 246 292 196z"),
  area(c.brown, oval(330, 197, 38, 9)),
  area(c.yellow, band("M366 206Q390 206 384 224Q378 236 360 232", 7)),
  area(c.tan, oval(54, 246, 34, 20), oval(96, 262, 36, 20)),
  repeat("44,240 62,250 88,256 106,266 66,238", (x, y) => area(c.cocoa, oval(x, y, 5, 4))),
  line("M314 180Q306 164 316 152Q324 140 316 128M338 180Q330 164 340 152Q348 140 340 128", 3),
);

export const pancakes = scene(
  "pancakes",
  360,
  320,
  area(c.lilac, box(0, 0, 360, 320)),
  area(c.white, oval(180, 260, 150, 36)),
  area(c.silver, oval(180, 254, 110, 22)),
  ...[0, 1, 2, 3].map((i) => area(i % 2 ? c.amber : c.tan, box(76 + 4 * (i % 2), 220 - 30 * i, 204, 34, 17))),
  area(c.sand, oval(180, 130, 104, 22)),
  area(
    c.brown,
    blob(
      "100,130 130,116 180,112 240,116 268,132 262,166 250,176 242,150 222,148 216,196 202,200 196,152 150,150 144,174 132,176 128,148",
    ),
  ),
  area(
    c.yellow,
    poly("150,104 194,96 212,112 168,122"),
    poly("150,104 168,122 168,136 150,118"),
    poly("212,112 212,126 168,136 168,122"),
  ),
  line("M150 104L168 122V136M168 122L212 112", 2.6),
  area(c.red, blob("300,196 278,206 284,238 304,254 322,236 326,206")),
  area(c.green, poly("284,200 292,182 300,194 310,180 316,200 302,208")),
  repeat("294,216 310,214 302,230", (x, y) => area(c.cream, oval(x, y, 3, 4))),
);

export const food = [iceCream, cake, burger, fruitBowl, pizza, teatime, pancakes];
