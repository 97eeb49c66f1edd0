import { area, band, blob, both, box, curve, line, oval, place, poly, repeat, scene, star } from "../drawing";
import { c } from "../palette";
import { cloud } from "./parts";

export const teddy = scene(
  "teddy bear",
  320,
  400,
  area(c.sky, box(0, 0, 320, 400)),
  both(160, area(c.brown, oval(94, 76, 34)), area(c.tan, oval(94, 76, 18))),
  both(160, area(c.brown, blob("92,220 50,252 40,300 66,306 104,268"))),
  area(c.tan, blob("160,200 98,220 82,290 104,350 160,366 216,350 238,290 222,220")),
  area(c.cream, oval(160, 292, 46, 50)),
  line("M160 262V324M152 274H168M152 292H168M152 310H168", 2.6),
  both(160, area(c.brown, oval(98, 350, 40, 34)), area(c.cream, oval(96, 352, 22, 19))),
  area(c.brown, blob("160,62 96,80 74,134 92,184 160,206 228,184 246,134 224,80")),
  area(c.cream, oval(160, 164, 42, 32)),
  both(160, area(c.ink, oval(126, 124, 9, 10))),
  area(c.ink, blob("160,146 144,148 148,160 160,166 172,160 176,148")),
  line("M160 164V178Q148 190 138 180M160 178Q172 190 182 180", 3.2),
  area(c.red, poly("160,216 112,196 112,240"), poly("160,216 208,196 208,240")),
  area(c.wine, oval(160, 217, 13)),
);

export const robot = scene(
  "toy robot",
  320,
  400,
  area(c.peach, box(0, 0, 320, 400)),
  area(c.slate, box(154, 26, 12, 40), box(120, 172, 80, 22)),
  area(c.red, oval(160, 24, 14)),
  both(160, area(c.slate, box(54, 96, 32, 40, 6))),
  area(c.blue, box(80, 60, 160, 116, 20)),
  both(160, area(c.yellow, oval(122, 106, 21)), area(c.ink, oval(122, 106, 9))),
  area(c.white, box(112, 140, 96, 22, 5)),
  line("M136 140V162M160 140V162M184 140V162", 2.8),
  area(c.teal, box(68, 190, 184, 124, 16)),
  both(160, area(c.grey, band("M68 214Q30 226 32 274", 20)), area(c.red, "M12 276H52V304H42V290H22V304H12z")),
  area(c.cream, box(92, 208, 136, 68, 8)),
  repeat("114,228 114,254", (x, y, i) => area(i ? c.green : c.red, oval(x, y, 9))),
  area(c.white, oval(184, 242, 26)),
  line("M184 242L198 226M164 242H168M200 242H204M184 222V226", 3),
  both(160, area(c.grey, box(98, 314, 34, 46)), area(c.navy, blob("80,386 84,362 112,354 142,364 144,386"))),
);

export const blocks = scene(
  "building blocks",
  360,
  320,
  area(c.cream, box(0, 0, 360, 320)),
  area(c.rose, box(0, 270, 360, 50)),
  area(c.blue, box(50, 190, 84, 84, 4)),
  area(c.yellow, box(140, 190, 84, 84, 4)),
  area(c.red, box(230, 190, 84, 84, 4)),
  area(c.green, box(94, 104, 84, 84, 4)),
  area(c.orange, box(184, 104, 84, 84, 4)),
  area(c.violet, "M130 102L182 34L234 102z"),
  area(c.white, band("M74 256V210L92 236L110 210V256", 11)),
  area(c.wine, star(182, 232, 30)),
  area(c.white, oval(272, 232, 26)),
  area(c.white, band("M118 170L136 120L154 170M125 154H147", 10)),
  area(c.navy, blob("226,168 204,146 206,128 226,134 246,128 248,146")),
  area(c.yellow, oval(182, 82, 12)),
  area(c.teal, oval(40, 252, 24)),
);

export const kite = scene(
  "kite",
  320,
  400,
  area(c.sky, box(0, 0, 320, 400)),
  cloud(70, 90, 0.8),
  cloud(250, 320, 0.9),
  area(c.leaf, "M0 360Q160 340 320 364V400H0z"),
  area(c.red, "M180 30L100 130H180z"),
  area(c.yellow, "M180 30L260 130H180z"),
  area(c.blue, "M100 130H180V240z"),
  area(c.green, "M260 130H180V240z"),
  line(curve("180,240 160,280 190,316 156,356 120,372"), 3),
  repeat("168,264 184,304 166,344", (x, y, i) =>
    place(
      { x, y, turn: 30 * i - 20 },
      area([c.violet, c.orange, c.rose][i], poly("0,0 -20,-12 -20,12"), poly("0,0 20,-12 20,12")),
    ),
  ),
  both(180, area(c.ink, oval(164, 112, 5, 7))),
  line("M156 148Q180 170 204 148", 3.2),
);

export const rockingHorse = scene(
  "rocking horse",
  400,
  360,
  area(c.mint, box(0, 0, 400, 360)),
  area(c.orange, band("M60 300Q200 356 340 300", 18)),
  area(c.tan, band("M150 216L128 310M256 216L274 308", 24)),
  area(c.cream, blob("256,180 290,150 330,170 346,220 330,250 318,214 290,206")),
  area(
    c.brown,
    blob(
      "120,150 116,108 124,72 106,56 78,80 44,112 46,136 66,142 92,128 104,176 130,230 200,240 270,226 282,182 250,160 180,164",
    ),
  ),
  area(c.cream, blob("122,48 146,58 158,90 158,140 140,156 132,112 118,78 104,56")),
  area(c.brown, poly("108,62 116,32 130,58")),
  area(c.red, blob("170,158 206,152 240,158 244,206 206,214 168,206")),
  area(c.yellow, box(176, 146, 60, 16, 8)),
  area(c.ink, oval(88, 92, 6, 7)),
  line("M50 124Q58 130 66 126M62 116L110 122M110 122L108 72M110 122Q140 150 170 158", 3),
  area(c.ink, oval(54, 112, 3)),
);

export const doll = scene(
  "rag doll",
  320,
  400,
  area(c.lilac, box(0, 0, 320, 400)),
  both(160, area(c.red, blob("100,90 66,120 60,180 76,220 92,212 96,160 112,120"))),
  both(
    160,
    area(c.peach, band("M118 240L66 290", 22)),
    area(c.white, band("M138 320V366", 26)),
    area(c.navy, blob("118,392 120,366 138,360 156,366 156,392")),
  ),
  both(160, area(c.wine, band("M134 336H142", 8))),
  area(c.teal, "M126 210H194L244 336H76z"),
  area(c.white, "M136 232H184L206 320H114z"),
  area(c.rose, blob("160,288 140,268 142,252 160,258 178,252 180,268")),
  area(c.peach, oval(160, 146, 62, 66)),
  area(c.red, blob("160,70 104,92 94,150 120,118 160,106 200,118 226,150 216,92")),
  both(
    160,
    area(c.ink, oval(136, 148, 8)),
    area(c.pink, oval(120, 174, 12, 10)),
    line("M122 132Q136 122 148 132", 2.8),
  ),
  area(c.orange, poly("160,156 150,172 170,172")),
  line("M136 184Q160 206 184 184M132 180L138 188M188 180L182 188", 3),
  area(c.white, "M130 208Q160 236 190 208L198 220Q160 254 122 220z"),
);

export const drum = scene(
  "drum and trumpet",
  400,
  320,
  area(c.yellow, box(0, 0, 400, 320)),
  area(c.red, "M60 140V250Q60 288 160 288T260 250V140z"),
  line("M60 152L92 274L126 168L160 286L194 168L228 274L260 152", 3.4),
  area(c.white, oval(160, 138, 100, 36)),
  area(c.navy, `${oval(160, 138, 106, 41)}${oval(160, 138, 92, 30)}`),
  area(c.brown, band("M96 60L176 132", 10), oval(182, 138, 12, 10)),
  area(c.brown, band("M254 56L150 118", 10), oval(142, 124, 12, 10)),
  area(c.amber, "M398 196Q350 210 290 214V232Q350 236 398 250z"),
  area(c.orange, oval(392, 223, 10, 30)),
  area(c.amber, `${box(300, 206, 60, 62, 26)}${box(312, 218, 36, 38, 16)}`),
  area(c.wine, box(314, 184, 8, 24, 3), box(328, 184, 8, 24, 3), box(342, 184, 8, 24, 3)),
  area(c.amber, oval(276, 223, 14, 11)),
);

export const spinningTop = scene(
  "spinning top and yo-yo",
  360,
  320,
  area(c.teal, box(0, 0, 360, 320)),
  area(c.tan, oval(180, 284, 170, 30)),
  place(
    { x: 130, y: 170, turn: 12 },
    area(c.cocoa, box(-7, -126, 14, 50, 7)),
    area(c.red, "M-86 -20Q-70 -80 0 -82Q70 -80 86 -20z"),
    area(c.yellow, box(-92, -24, 184, 28, 14)),
    area(c.blue, "M-84 4H84Q60 60 12 90L0 112L-12 90Q-60 60 -84 4z"),
    area(c.white, oval(-34, -50, 11), oval(2, -58, 11), oval(38, -50, 11)),
  ),
  area(c.violet, oval(286, 222, 52)),
  area(c.rose, oval(286, 222, 34)),
  area(c.yellow, star(286, 222, 24)),
  line(curve("286,170 272,120 300,80 280,44 300,24"), 3.2),
  area(c.amber, `${oval(306, 20, 15)}${oval(306, 20, 7)}`),
);

export const toys = [teddy, robot, blocks, kite, rockingHorse, doll, drum, spinningTop];
