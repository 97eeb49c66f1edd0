import { area, band, blob, both, box, curve, line, oval, place, poly, repeat, scene } from "../drawing";
import { c } from "../palette";

export const umbrella = scene(
  "child under an umbrella",
  320,
  400,
  area(c.grey, box(0, 0, 320, 400)),
  area(c.slate, "M0 350Q160 334 320 350V400H0z"),
  area(c.brown, band("M196 110V262", 7)),
  area(c.red, "M44 150Q60 40 196 34Q276 42 304 150Q282 130 260 150Q228 128 196 150Q164 128 130 150Q88 128 44 150z"),
  area(c.yellow, "M130 150Q140 70 196 34Q244 70 260 150Q228 128 196 150Q164 128 130 150z"),
  area(c.teal, box(106, 326, 34, 50, 8), box(150, 326, 34, 50, 8)),
  area(c.yellow, "M112 222H172L196 336H88z"),
  area(c.amber, band("M168 240L194 256", 20)),
  area(c.skin, oval(200, 258, 10)),
  area(c.brown, blob("140,150 108,166 104,204 120,228 164,228 176,204 172,166")),
  area(c.skin, oval(142, 198, 30, 32)),
  area(c.brown, blob("112,190 116,166 142,156 166,166 172,188 142,176")),
  area(c.ink, oval(132, 200, 4, 5), oval(154, 200, 4, 5)),
  line("M134 214Q143 222 152 214", 2.8),
  line("M142 234V330M136 256H148M136 282H148", 2.8),
  repeat("28,200 60,256 36,310 250,220 284,280 262,330 66,60 26,100", (x, y) =>
    area(c.blue, blob(`${x},${y - 14} ${x - 7},${y + 2} ${x},${y + 9} ${x + 7},${y + 2}`)),
  ),
);

export const guitar = scene(
  "guitar",
  300,
  400,
  area(c.teal, box(0, 0, 300, 400)),
  place(
    { x: 150, y: 210, turn: 20 },
    area(c.amber, blob("0,-20 -48,-14 -62,24 -46,58 -78,100 -64,152 0,170 64,152 78,100 46,58 62,24 48,-14")),
    area(c.cocoa, oval(0, 56, 27)),
    area(c.brown, box(-13, -150, 26, 190)),
    area(c.cocoa, box(-38, 110, 76, 16, 5)),
    area(c.red, blob("-18,-150 -24,-186 0,-200 24,-186 18,-150 0,-146")),
    area(c.white, ...[-176, -162].flatMap((y) => [oval(-28, y, 6, 4), oval(28, y, 6, 4)])),
    line("M-13 -120H13M-13 -92H13M-13 -64H13M-13 -36H13M-13 -8H13", 2.4),
    line("M-7 -150V116M0 -150V116M7 -150V116", 1.6),
  ),
);

export const clock = scene(
  "alarm clock",
  320,
  360,
  area(c.navy, box(0, 0, 320, 360)),
  area(c.brown, box(0, 300, 320, 60)),
  both(
    160,
    area(c.orange, band("M112 280L90 314", 18)),
    area(c.yellow, "M64 108A52 52 0 0 1 138 66z"),
    area(c.cocoa, band("M104 92L96 76", 8)),
  ),
  area(c.red, oval(160, 190, 112)),
  area(c.cream, oval(160, 190, 90)),
  repeat("160,114 236,190 160,266 84,190", (x, y) => area(c.navy, oval(x, y, 8))),
  repeat("198,124 226,152 226,228 198,256 122,256 94,228 94,152 122,124", (x, y) => area(c.grey, oval(x, y, 4.5))),
  area(c.ink, band("M160 190L160 136", 8), band("M160 190L198 214", 8)),
  area(c.red, oval(160, 190, 11)),
  area(c.cocoa, band("M138 62Q160 40 182 62", 9)),
);

export const hand = scene(
  "hand with a pencil",
  360,
  320,
  area(c.cream, box(0, 0, 360, 320)),
  place(
    { x: 60, y: 220, turn: -8 },
    area(c.white, poly("-20,-140 200,-140 200,80 -20,80")),
    line("M10 -96H160M10 -64H130", 3),
  ),
  line(curve("92,214 112,190 130,214 148,190 164,204"), 4),
  area(c.blue, "M360 190L300 212L330 320H360z"),
  place(
    { x: 170, y: 204, turn: -48 },
    area(c.peach, poly("0,0 30,-13 30,13")),
    area(c.ink, poly("0,0 11,-5 11,5")),
    area(c.yellow, box(30, -13, 136, 26)),
    area(c.silver, box(166, -13, 18, 26)),
    area(c.rose, box(184, -13, 22, 26, 6)),
  ),
  area(
    c.skin,
    blob("318,216 286,190 262,160 240,158 214,176 196,170 188,182 206,196 200,216 212,238 226,258 262,276 320,290"),
  ),
  line(curve("204,198 226,206 240,196"), 3),
  line(curve("206,220 226,230 244,218"), 3),
  line(curve("222,246 238,248 252,238"), 3),
  line(curve("214,176 230,182 246,178"), 3),
);

export const crown = scene(
  "crown and treasure",
  400,
  320,
  area(c.violet, box(0, 0, 400, 320)),
  area(c.tan, box(0, 264, 400, 56)),
  area(c.yellow, "M96 150L74 56L140 104L200 34L260 104L326 56L304 150z"),
  area(c.amber, box(92, 148, 216, 28, 8)),
  area(c.red, oval(200, 34, 12), oval(74, 56, 11), oval(326, 56, 11), oval(200, 162, 11)),
  area(c.teal, oval(140, 162, 9), oval(260, 162, 9)),
  area(c.blue, poly("200,86 218,110 200,134 182,110")),
  area(c.brown, "M90 214H310V290H90z"),
  area(c.cocoa, box(110, 214, 16, 76), box(274, 214, 16, 76)),
  area(c.yellow, blob("98,214 124,196 150,204 176,190 204,200 236,188 262,202 286,196 304,214")),
  area(c.silver, oval(200, 252, 20)),
  area(c.ink, "M196 262V252A6 6 0 1 1 204 252V262z"),
  repeat("50,288 356,284 332,298", (x, y) => [area(c.amber, oval(x, y, 15)), area(c.yellow, oval(x, y, 9))]),
);

export const gardenTools = scene(
  "watering can and boots",
  400,
  300,
  area(c.sky, box(0, 0, 400, 300)),
  area(c.leaf, "M0 236Q200 214 400 236V300H0z"),
  area(c.blue, band("M96 130Q150 54 206 130", 14)),
  area(c.blue, "M76 130H224L234 260H66z"),
  area(c.navy, box(70, 120, 160, 18, 6)),
  area(c.navy, "M222 220L300 122L314 134L228 250z"),
  area(c.slate, poly("286,118 318,108 330,140 306,150")),
  repeat("336,164 350,146 352,186 330,192", (x, y) =>
    area(c.teal, blob(`${x},${y - 9} ${x - 5},${y + 2} ${x},${y + 7} ${x + 5},${y + 2}`)),
  ),
  area(c.white, blob("150,166 132,152 118,168 128,186 150,206 172,186 182,168 168,152")),
  area(c.red, "M262 176H300V236Q330 238 338 266H262z"),
  area(c.orange, "M304 176H342V236Q372 238 380 266H304z"),
  area(c.cocoa, box(258, 262, 84, 12, 4), box(302, 262, 84, 12, 4)),
  area(c.cream, box(258, 170, 46, 14, 5), box(302, 170, 46, 14, 5)),
);

export const things = [umbrella, guitar, clock, hand, crown, gardenTools];
