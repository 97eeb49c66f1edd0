import { area, band, blob, both, box, curve, line, oval, scene } from "../drawing";
import { c } from "../palette";
import { eye, smile } from "./parts";

export const girl = scene(
  "girl with plaits",
  320,
  400,
  area(c.mint, box(0, 0, 320, 400)),
  both(160, area(c.brown, blob("78,190 52,220 58,270 44,310 62,322 84,300 92,250 98,200"))),
  both(160, area(c.red, oval(58, 298, 20, 10))),
  area(c.brown, blob("160,50 84,76 66,150 74,220 160,250 246,220 254,150 236,76")),
  area(c.skin, box(138, 250, 44, 70, 10)),
  area(c.violet, blob("160,318 96,326 56,364 40,420 280,420 264,364 224,326")),
  area(c.white, "M132 318Q160 352 188 318L200 326Q160 378 120 326z"),
  both(160, area(c.skin, oval(78, 186, 14, 20))),
  area(c.peach, blob("160,92 98,116 84,180 100,246 160,284 220,246 236,180 222,116")),
  area(c.brown, blob("160,66 96,86 80,160 112,128 150,118 164,100 182,120 214,132 240,162 226,88")),
  both(160, eye(128, 184, 17, c.green), line("M108 158Q126 146 146 156", 4)),
  both(160, area(c.pink, oval(110, 224, 15, 9))),
  line("M160 196Q150 216 164 220", 3),
  area(c.rose, "M134 240Q160 232 186 240Q160 270 134 240z"),
);

export const grandpa = scene(
  "grandfather with a beard",
  320,
  400,
  area(c.mint, box(0, 0, 320, 400)),
  area(c.forest, blob("160,300 70,330 26,380 20,440 300,440 294,380 250,330")),
  both(160, area(c.skin, oval(76, 190, 16, 24))),
  area(c.peach, blob("160,70 94,96 78,170 90,250 160,300 230,250 242,170 226,96")),
  area(
    c.white,
    blob("84,196 72,250 92,310 124,346 160,362 196,346 228,310 248,250 236,196 222,232 196,244 160,236 124,244 98,232"),
  ),
  both(160, area(c.silver, blob("160,240 132,228 104,250 128,258 158,252"))),
  area(c.wine, "M140 264Q160 284 180 264Q160 258 140 264z"),
  both(160, area(c.white, blob("146,150 120,140 98,150 100,160 122,154 144,162"))),
  both(160, area(c.ink, oval(124, 182, 7, 8)), line("M100 206Q94 216 100 224", 2.6)),
  both(160, line("M124 160A23 23 0 1 0 124.1 160z", 3.4)),
  line("M147 180Q160 172 173 180", 3.4),
  area(c.rose, blob("160,186 148,214 160,230 172,214")),
  area(c.slate, blob("160,36 90,60 66,116 160,104 254,116 230,60")),
  area(c.navy, blob("58,112 160,98 262,112 258,130 160,118 62,130")),
);

export const granny = scene(
  "grandmother with a bun",
  320,
  400,
  area(c.lilac, box(0, 0, 320, 400)),
  area(c.silver, oval(160, 52, 44, 38)),
  area(c.teal, blob("160,306 84,330 40,372 24,440 296,440 280,372 236,330")),
  area(c.skin, box(138, 262, 44, 60, 12)),
  area(c.silver, blob("160,68 88,92 66,170 80,230 160,220 240,230 254,170 232,92")),
  area(c.peach, blob("160,110 104,126 86,186 104,252 160,288 216,252 234,186 216,126")),
  area(c.silver, blob("160,80 98,104 86,168 130,140 160,108 190,140 234,168 222,104")),
  both(
    160,
    area(c.ice, box(96, 166, 54, 42, 18)),
    area(c.ink, oval(124, 186, 6, 7)),
    line("M112 151Q124 144 138 150", 3),
  ),
  both(160, line(box(96, 166, 54, 42, 18), 3.2)),
  line("M150 182Q160 175 170 182", 3.2),
  line("M160 196Q152 216 166 218", 3),
  area(c.red, blob("136,242 160,236 184,242 160,256")),
  line("M128 240Q160 252 192 240", 2.6),
  both(160, area(c.pink, oval(110, 228, 13, 9)), area(c.yellow, oval(82, 238, 7))),
  area(c.white, "M128 314Q160 346 192 314L196 326Q160 366 124 326z"),
);

export const clown = scene(
  "clown",
  360,
  400,
  area(c.sky, box(0, 0, 360, 400)),
  both(180, area(c.orange, oval(82, 170, 44), oval(70, 220, 40), oval(96, 128, 36))),
  area(c.yellow, blob("180,318 120,322 60,346 40,420 320,420 300,346 240,322")),
  ...["72,350", "126,336", "180,342", "234,336", "288,350"].flatMap((point, i) => {
    const [x, y] = point.split(",").map(Number);
    return area(i % 2 ? c.red : c.blue, oval(x, y, 32, 20));
  }),
  area(c.peach, blob("180,84 108,112 92,190 112,270 180,314 248,270 268,190 252,112")),
  both(
    180,
    area(c.white, blob("146,138 120,150 114,186 130,208 158,204 168,176 164,148")),
    area(c.ink, oval(144, 180, 9, 12)),
    line("M120 132Q144 112 166 132", 4),
  ),
  area(c.white, blob("180,236 120,226 102,252 132,290 180,302 228,290 258,252 240,226")),
  area(c.red, "M126 248Q180 272 234 248Q216 292 180 292Q144 292 126 248z"),
  line("M136 256Q180 286 224 256", 3),
  area(c.red, oval(180, 214, 28)),
  area(c.violet, "M126 96Q180 62 234 96L186 8Q180 0 174 8z"),
  area(c.yellow, oval(180, 14, 15), oval(168, 62, 9), oval(196, 82, 9)),
);

export const boy = scene(
  "boy with a cap",
  320,
  400,
  area(c.cream, box(0, 0, 320, 400)),
  area(c.blue, blob("160,310 92,326 46,368 34,440 286,440 274,368 228,326")),
  area(c.white, band("M48 392Q160 372 272 392", 22)),
  area(c.skin, box(136, 256, 48, 68, 14)),
  both(160, area(c.skin, oval(80, 196, 17, 22)), line("M76 188Q70 198 80 206", 2.6)),
  area(c.cocoa, blob("92,150 84,186 96,190 110,152")),
  area(c.cocoa, blob("228,150 236,186 224,190 210,152")),
  area(c.skin, blob("160,116 104,132 92,190 108,252 160,288 212,252 228,190 216,132")),
  both(160, eye(132, 196, 14, c.brown), line("M112 172Q130 164 148 172", 4)),
  line("M152 220Q160 230 170 220", 3),
  area(c.white, "M126 244Q160 254 194 244Q182 272 160 272Q138 272 126 244z"),
  line("M160 249V271", 2.4),
  area(c.red, blob("160,66 100,82 84,140 160,150 236,140 220,82")),
  area(c.navy, blob("78,142 160,128 242,142 262,164 160,150 58,164")),
  area(c.navy, oval(160, 66, 10, 7)),
  line("M160 76V132", 2.6),
);

export const pirate = scene(
  "pirate",
  360,
  400,
  area(c.teal, box(0, 0, 360, 400)),
  area(c.white, blob("180,312 110,328 60,366 40,440 320,440 300,366 250,328")),
  ...[350, 384].map((y) =>
    area(c.navy, band(`M${70 - (y - 350) * 0.5} ${y}Q180 ${y - 20} ${290 + (y - 350) * 0.5} ${y}`, 16)),
  ),
  both(180, area(c.skin, oval(92, 200, 15, 22))),
  area(c.yellow, `${oval(90, 232, 12)}${oval(90, 232, 6)}`),
  area(c.skin, blob("180,110 116,128 100,196 114,262 180,314 246,262 260,196 244,128")),
  area(c.cocoa, blob("108,232 122,282 180,326 238,282 252,232 226,262 206,246 180,254 154,246 134,262")),
  area(c.wine, "M156 268Q180 286 204 268Q180 276 156 268z"),
  eye(142, 192, 15, c.blue),
  area(c.ink, blob("202,176 240,176 236,206 220,216 204,206")),
  line("M104 152L246 206", 4),
  line("M120 170Q142 158 162 172", 4.2),
  area(c.amber, blob("180,196 166,224 180,236 194,224")),
  area(c.red, blob("104,150 96,112 180,88 264,112 256,150 180,132")),
  area(c.ink, blob("180,30 120,52 60,84 40,118 96,128 180,104 264,128 320,118 300,84 240,52")),
  area(c.white, oval(180, 76, 17, 15), box(170, 84, 20, 12, 3), band(curve("146,90 180,104 214,90"), 6)),
  area(c.ink, oval(173, 76, 4, 5), oval(187, 76, 4, 5)),
);

export const baby = scene(
  "baby",
  360,
  360,
  area(c.pink, box(0, 0, 360, 360)),
  area(c.white, blob("180,270 90,290 50,340 40,400 320,400 310,340 270,290")),
  both(180, area(c.skin, oval(66, 190, 18, 22))),
  area(c.peach, blob("180,54 100,82 68,170 86,252 180,300 274,252 292,170 260,82")),
  line(curve("180,58 170,36 186,24 196,38 184,46"), 3.4),
  both(
    180,
    area(c.ink, oval(130, 182, 11, 14)),
    area(c.white, oval(126, 177, 4)),
    line("M108 150Q128 138 148 148", 3.2),
    area(c.rose, oval(104, 222, 20, 13)),
  ),
  smile(180, 206, 20, 6, 3),
  area(c.yellow, oval(180, 252, 34, 24)),
  area(c.teal, oval(180, 250, 17, 14)),
  area(c.sky, "M140 296Q180 316 220 296L228 360H132z"),
);

export const faces = [girl, grandpa, granny, clown, boy, pirate, baby];
