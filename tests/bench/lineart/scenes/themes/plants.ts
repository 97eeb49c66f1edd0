import { area, band, blob, both, box, curve, line, oval, place, poly, repeat, scene } from "../drawing";
import { c } from "../palette";
import { blossom, cloud, leaf, stem } from "./parts";

export const cactus = scene(
  "cactus",
  320,
  400,
  area(c.peach, box(0, 0, 320, 400)),
  area(c.orange, oval(246, 80, 40)),
  area(c.sand, "M0 330Q160 300 320 330V400H0z"),
  area(c.green, band("M160 320V96", 76), band("M160 240H80V170", 40), band("M160 210H248V130", 40)),
  line("M146 80V150M174 80V150M146 226V262M174 226V262M80 166V226M248 126V196", 2.8),
  blossom(160, 52, 26, 5, c.rose),
  blossom(248, 104, 18, 5, c.pink),
  area(c.brown, "M96 296H224L210 386H110z"),
  area(c.tan, box(86, 278, 148, 30, 6)),
  both(160, area(c.ink, oval(136, 180, 5, 7))),
  line("M148 196Q160 208 172 196", 3),
);

export const sunflower = scene(
  "sunflower",
  320,
  400,
  area(c.sky, box(0, 0, 320, 400)),
  area(c.leaf, "M0 340Q160 320 320 346V400H0z"),
  stem("M160 380Q150 280 160 160", 14),
  place({ x: 156, y: 320, turn: -58 }, leaf(104, 50, c.green)),
  place({ x: 156, y: 290, turn: 60 }, leaf(96, 48, c.green)),
  ...Array.from({ length: 14 }, (_, i) =>
    place(
      { x: 160, y: 136, turn: (360 * i) / 14 },
      area(i % 2 ? c.yellow : c.amber, "M-22 -50Q-20 -96 0 -116Q20 -96 22 -50z"),
    ),
  ),
  area(c.brown, oval(160, 136, 58)),
  area(c.cocoa, oval(160, 136, 34)),
  both(160, area(c.red, oval(60, 366, 16, 12)), area(c.ink, oval(48, 362, 7, 8))),
);

export const tulips = scene(
  "tulips in a vase",
  320,
  400,
  area(c.lilac, box(0, 0, 320, 400)),
  area(c.brown, box(0, 334, 320, 66)),
  stem(curve("150,260 120,190 90,130"), 9),
  stem("M160 260V110", 9),
  stem(curve("170,260 202,190 232,136"), 9),
  place({ x: 140, y: 250, turn: -40 }, leaf(130, 34, c.green)),
  place({ x: 180, y: 250, turn: 36 }, leaf(136, 34, c.green)),
  place(
    { x: 88, y: 128, turn: -14 },
    area(c.wine, "M-20 -60L0 -20L20 -60L26 0H-26z"),
    area(c.red, "M-30 -62C-38 -20 -26 14 0 14C26 14 38 -20 30 -62C16 -50 6 -30 0 -12C-6 -30 -16 -50 -30 -62z"),
  ),
  place(
    { x: 160, y: 106 },
    area(c.amber, "M-20 -66L0 -20L20 -66L26 0H-26z"),
    area(c.yellow, "M-30 -66C-40 -20 -26 16 0 16C26 16 40 -20 30 -66C16 -50 6 -30 0 -12C-6 -30 -16 -50 -30 -66z"),
  ),
  place(
    { x: 234, y: 132, turn: 16 },
    area(c.wine, "M-20 -60L0 -20L20 -60L26 0H-26z"),
    area(c.rose, "M-30 -62C-38 -20 -26 14 0 14C26 14 38 -20 30 -62C16 -50 6 -30 0 -12C-6 -30 -16 -50 -30 -62z"),
  ),
  area(c.white, "M120 236H200Q190 262 214 296Q226 348 200 366H120Q94 348 106 296Q130 262 120 236z"),
  area(c.blue, band(curve("104,306 132,316 160,306 188,316 216,306"), 9)),
  area(c.blue, oval(160, 342, 10), oval(128, 338, 7), oval(192, 338, 7)),
);

export const mushrooms = scene(
  "mushrooms",
  400,
  320,
  area(c.forest, box(0, 0, 400, 320)),
  area(c.leaf, "M0 262Q200 232 400 262V320H0z"),
  area(c.cream, blob("176,160 164,230 156,286 200,296 246,284 236,230 226,160")),
  area(c.red, blob("200,44 120,70 72,140 84,172 200,184 316,172 328,140 280,70")),
  repeat("200,80 134,116 266,116 176,138 238,148 110,152 292,152", (x, y, i) =>
    area(c.white, oval(x, y, i % 2 ? 15 : 20, i % 2 ? 12 : 16)),
  ),
  area(c.cream, blob("322,220 316,262 312,292 336,298 360,290 352,256 346,220")),
  area(c.orange, blob("334,168 298,186 284,220 334,228 386,220 370,186")),
  area(c.silver, "M166 190Q200 206 236 190L240 208Q200 226 164 208z"),
  line("M30 290L22 250M44 288V244M58 290L68 252M100 300L94 270M112 300L118 272M270 304L266 280M282 304L290 280", 3),
  area(c.tan, blob("40,246 56,222 86,220 102,240 96,258 60,262")),
);

export const appleTree = scene(
  "apple tree",
  360,
  360,
  area(c.sky, box(0, 0, 360, 360)),
  cloud(66, 66, 0.7),
  area(c.leaf, "M0 300Q180 270 360 304V360H0z"),
  area(c.brown, "M156 326Q166 250 156 200H210Q200 250 214 326Q186 334 156 326z"),
  area(
    c.green,
    blob("184,36 130,44 96,80 62,110 64,164 96,200 150,214 190,226 240,214 292,196 318,150 300,104 262,72 236,42"),
  ),
  repeat("120,120 170,90 228,104 150,160 208,168 264,150 104,168 254,74", (x, y) => [
    area(c.red, oval(x, y, 14, 13)),
    line(`M${x} ${y - 10}Q${x + 1} ${y - 18} ${x + 6} ${y - 20}`, 3),
  ]),
  area(c.tan, "M248 282H322L312 326H258z"),
  line("M252 298H318M255 312H315", 2.6),
  area(c.red, blob("256,282 262,266 276,268 286,260 298,268 312,268 316,282")),
);

export const potPlant = scene(
  "plant in a pot",
  320,
  400,
  area(c.cream, box(0, 0, 320, 400)),
  area(c.tan, box(0, 346, 320, 54)),
  place({ x: 160, y: 268, turn: -74 }, leaf(124, 52, c.forest)),
  place({ x: 160, y: 268, turn: 74 }, leaf(124, 52, c.forest)),
  place({ x: 160, y: 268, turn: -40 }, leaf(180, 60, c.green)),
  place({ x: 160, y: 268, turn: 40 }, leaf(180, 60, c.green)),
  place({ x: 160, y: 270 }, leaf(226, 62, c.leaf)),
  area(c.teal, "M96 268H224L206 380H114z"),
  area(c.white, poly("99,288 116,310 133,288 150,310 167,288 184,310 201,288 221,288 217,312 103,312")),
  area(c.navy, box(88, 256, 144, 24, 6)),
);

export const acorn = scene(
  "acorns and oak leaf",
  360,
  340,
  area(c.sand, box(0, 0, 360, 340)),
  place(
    { x: 216, y: 280, turn: 24 },
    area(
      c.orange,
      blob(
        "0,0 -20,-34 -50,-40 -58,-66 -36,-82 -62,-104 -66,-132 -38,-142 -48,-172 -36,-196 -10,-192 0,-226 12,-192 38,-196 48,-172 38,-142 66,-132 62,-104 36,-82 58,-66 50,-40 20,-34",
      ),
    ),
    line("M0 26V-196M0 -50L-34 -64M0 -60L34 -74M0 -108L-40 -124M0 -116L40 -130M0 -160L-26 -180M0 -164L26 -184", 3),
  ),
  ...[
    { x: 84, y: 116, turn: -20 },
    { x: 132, y: 206, turn: 34 },
  ].map((where) =>
    place(
      where,
      area(c.tan, "M-36 0C-38 50 -14 74 0 88C14 74 38 50 36 0z"),
      area(c.cocoa, blob("-46,4 -40,-30 0,-46 40,-30 46,4 0,14")),
      area(c.brown, box(-5, -66, 10, 26, 4)),
      line("M-18 22Q-18 46 -8 60", 3),
    ),
  ),
);

export const plants = [cactus, sunflower, tulips, mushrooms, appleTree, potPlant, acorn];
