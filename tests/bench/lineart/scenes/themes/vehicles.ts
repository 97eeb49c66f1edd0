import { area, band, blob, box, curve, line, oval, poly, repeat, scene } from "../drawing";
import { c } from "../palette";
import { cloud, fir, sun, wheel } from "./parts";

export const bicycle = scene(
  "bicycle",
  400,
  300,
  area(c.mint, box(0, 0, 400, 300)),
  area(c.sand, box(0, 250, 400, 50)),
  ...[96, 304].flatMap((x) => [
    area(c.ink, `${oval(x, 196, 66)}${oval(x, 196, 56)}`),
    ...[0, 45, 90, 135].map((turn) => {
      const [dx, dy] = [55 * Math.cos((turn * Math.PI) / 180), 55 * Math.sin((turn * Math.PI) / 180)];
      return line(`M${x - dx} ${196 - dy}L${x + dx} ${196 + dy}`, 2);
    }),
    area(c.silver, oval(x, 196, 11)),
  ]),
  area(c.red, band("M96 196L150 116H258L200 196zM200 196L146 96M258 116L304 196M258 116L246 74", 9)),
  area(c.silver, oval(200, 196, 20)),
  area(c.slate, box(176, 222, 34, 10, 4)),
  area(c.ink, band("M200 196L194 224", 6)),
  area(c.cocoa, blob("112,84 146,80 178,90 150,102 120,100")),
  area(c.ink, band(curve("222,66 250,72 276,58 284,76"), 8)),
  area(c.amber, box(268, 84, 54, 36, 6)),
  line("M268 98H322M286 84V120M304 84V120", 2.6),
);

export const bus = scene(
  "bus",
  400,
  280,
  area(c.ice, box(0, 0, 400, 280)),
  cloud(70, 52, 0.9),
  cloud(330, 44, 0.7),
  area(c.slate, box(0, 226, 400, 54)),
  repeat("20,254 120,254 220,254 320,254", (x, y) => area(c.cream, box(x, y - 3, 50, 7))),
  area(c.yellow, box(28, 60, 340, 170, 24)),
  area(c.orange, box(28, 158, 340, 22)),
  repeat("48,82 108,82 168,82", (x, y) => area(c.sky, box(x, y, 50, 56, 8))),
  area(c.cream, box(234, 80, 52, 140, 6)),
  area(c.sky, box(240, 88, 18, 84, 4), box(263, 88, 18, 84, 4)),
  area(c.sky, box(302, 80, 60, 62, 10)),
  ...[
    [66, 118],
    [128, 116],
    [196, 118],
  ].flatMap(([x, y], i) => [
    area([c.brown, c.wine, c.cocoa][i], oval(x, y - 5, 16, 17)),
    area([c.peach, c.skin, c.peach][i], oval(x, y, 12, 13)),
  ]),
  area(c.white, box(352, 186, 18, 20, 6)),
  area(c.red, box(22, 190, 14, 22, 5)),
  wheel(104, 228, 32),
  wheel(318, 228, 32),
);

export const sailingBoat = scene(
  "sailing boat",
  360,
  360,
  area(c.sky, box(0, 0, 360, 360)),
  sun(300, 66, 30),
  cloud(86, 70, 0.8),
  area(c.white, "M176 44V236H66C120 190 160 120 176 44z"),
  area(c.red, "M66 236H176V206H90Q78 222 66 236z"),
  area(c.orange, "M194 70V236H296C280 180 240 120 194 70z"),
  area(c.cocoa, box(180, 26, 10, 226)),
  area(c.violet, "M190 28L232 40L190 54z"),
  area(c.brown, "M60 250H308C296 290 276 310 250 316H110C84 306 70 282 60 250z"),
  area(c.cream, band("M64 258H304", 10)),
  repeat("130,286 180,288 230,286", (x, y) => [area(c.amber, oval(x, y, 13)), area(c.ice, oval(x, y, 7))]),
  area(c.blue, "M0 300Q30 284 60 300T120 300T180 300T240 300T300 300T360 300V360H0z"),
  area(c.teal, "M0 330Q30 316 60 330T120 330T180 330T240 330T300 330T360 330V360H0z"),
);

export const steamTrain = scene(
  "steam train",
  400,
  300,
  area(c.cream, box(0, 0, 400, 300)),
  area(c.green, "M0 210Q100 180 200 204T400 196V300H0z"),
  area(c.silver, blob("94,60 70,44 76,20 104,18 124,6 150,18 180,10 196,32 180,50 150,46 120,64")),
  area(c.slate, box(0, 262, 400, 12)),
  area(c.ink, "M84 92H122L114 140H92z"),
  area(c.blue, box(60, 130, 200, 80, 30)),
  area(c.navy, box(108, 130, 14, 80), box(170, 130, 14, 80)),
  area(c.red, box(240, 84, 110, 138, 6)),
  area(c.ink, box(228, 70, 134, 18, 6)),
  area(c.ice, box(260, 104, 70, 50, 6)),
  area(c.amber, blob("150,130 148,108 166,100 184,108 182,130")),
  area(c.yellow, oval(58, 152, 14)),
  area(c.wine, box(40, 208, 320, 22, 4)),
  area(c.slate, poly("40,222 40,262 10,262")),
  wheel(90, 240, 24, c.yellow),
  wheel(152, 240, 24, c.yellow),
  wheel(300, 230, 36, c.yellow),
  area(c.silver, band("M90 246H300", 8)),
);

export const balloon = scene(
  "hot-air balloon",
  320,
  400,
  area(c.sky, box(0, 0, 320, 400)),
  cloud(62, 128, 0.7),
  cloud(270, 240, 0.8),
  area(c.forest, "M0 352Q80 318 160 350T320 336V400H0z"),
  area(c.leaf, "M0 378Q100 352 200 376T320 370V400H0z"),
  line("M126 236L138 300M194 236L182 300M150 246L152 300M170 246L168 300", 2.4),
  area(c.red, blob("160,26 84,54 48,126 80,196 130,244 190,244 240,196 272,126 236,54")),
  area(
    c.yellow,
    "M160 26C110 40 84 90 90 140C96 190 124 230 138 247H182C196 230 224 190 230 140C236 90 210 40 160 26z",
  ),
  area(
    c.teal,
    "M160 26C138 50 128 90 130 140C132 190 144 230 150 248H170C176 230 188 190 190 140C192 90 182 50 160 26z",
  ),
  area(c.cream, band(curve("50,140 100,152 160,156 220,152 270,140"), 14)),
  area(c.brown, box(128, 298, 64, 46, 8)),
  area(c.tan, box(124, 292, 72, 14, 6)),
  line("M128 322H192M149 306V344M171 306V344", 2.4),
);

export const rocket = scene(
  "rocket",
  320,
  400,
  area(c.navy, box(0, 0, 320, 400)),
  repeat("40,60 280,90 60,230 276,300 30,340 250,36", (x, y) => area(c.yellow, starAt(x, y))),
  area(c.tan, oval(262, 186, 30)),
  area(c.peach, oval(252, 178, 8), oval(272, 196, 6)),
  area(c.orange, blob("160,290 130,306 128,350 146,342 160,388 174,342 192,350 190,306")),
  area(c.yellow, blob("160,294 144,308 146,334 160,358 174,334 176,308")),
  area(c.red, "M120 210L70 270V312L122 284zM200 210L250 270V312L198 284z"),
  area(c.white, "M160 30C110 80 96 180 122 296H198C224 180 210 80 160 30z"),
  area(c.red, "M160 30C142 48 128 74 120 104H200C192 74 178 48 160 30z"),
  area(c.silver, oval(160, 160, 34)),
  area(c.blue, oval(160, 160, 24)),
  area(c.ice, blob("146,150 158,142 164,146 150,160")),
  area(c.slate, box(118, 278, 84, 20, 5)),
  area(c.red, box(153, 220, 14, 92, 7)),
);

function starAt(x: number, y: number): string {
  return `M${x} ${y - 10}L${x + 3} ${y - 3}L${x + 10} ${y}L${x + 3} ${y + 3}L${x} ${y + 10}L${x - 3} ${y + 3}L${x - 10} ${y}L${x - 3} ${y - 3}z`;
}

export const car = scene(
  "family car",
  400,
  280,
  area(c.peach, box(0, 0, 400, 280)),
  area(c.leaf, "M0 190Q120 150 230 180T400 170V230H0z"),
  fir(44, 200, 0.9),
  fir(356, 196, 1.1),
  area(c.slate, box(0, 224, 400, 56)),
  area(c.amber, box(136, 52, 110, 22, 6)),
  area(c.cocoa, box(150, 74, 8, 12), box(224, 74, 8, 12)),
  area(c.teal, blob("30,196 36,158 90,144 132,88 200,80 256,90 300,146 356,158 374,190 366,214 200,218 44,214")),
  area(c.ice, "M112 142L140 104Q160 96 186 96V142z", "M198 96Q230 96 246 104L276 142H198z"),
  line("M192 94V206M104 146Q96 190 112 208M284 146Q290 180 276 206", 3),
  area(c.silver, box(150, 158, 24, 8, 4), box(212, 158, 24, 8, 4)),
  area(c.yellow, oval(362, 172, 11, 12)),
  area(c.red, box(32, 166, 14, 22, 6)),
  area(c.silver, box(20, 200, 362, 14, 7)),
  wheel(104, 216, 34),
  wheel(294, 216, 34),
);

export const tractor = scene(
  "tractor",
  400,
  300,
  area(c.sky, box(0, 0, 400, 300)),
  sun(60, 56, 26),
  area(c.olive, "M0 190Q200 160 400 186V300H0z"),
  area(c.tan, "M0 262H400V300H0z"),
  line("M0 276H400M20 288H380", 2.6),
  area(c.slate, box(292, 92, 12, 62, 3)),
  area(c.green, "M190 150H330Q352 152 354 180V226H190z"),
  area(c.green, "M100 210V62H220V210z"),
  area(c.ice, "M116 78H204V150H116z"),
  area(c.forest, box(88, 48, 146, 18, 6)),
  area(c.yellow, oval(340, 186, 9), box(240, 172, 74, 10, 4), box(240, 192, 74, 10, 4)),
  area(c.ink, oval(124, 216, 68)),
  area(c.yellow, oval(124, 216, 42)),
  area(c.slate, oval(124, 216, 14)),
  wheel(318, 244, 38, c.yellow),
);

export const aeroplane = scene(
  "aeroplane",
  400,
  280,
  area(c.blue, box(0, 0, 400, 280)),
  cloud(80, 250, 1.2),
  cloud(330, 80, 0.9),
  cloud(300, 266, 0.8),
  area(c.wine, poly("190,112 226,44 252,48 244,112")),
  area(c.red, poly("48,122 24,52 58,50 100,118")),
  area(c.white, blob("24,128 60,116 200,104 320,108 372,136 378,152 350,172 220,180 100,164 40,144")),
  area(c.red, blob("46,136 20,128 6,112 44,114 90,130")),
  area(c.wine, poly("186,152 262,148 214,236 184,240")),
  area(c.navy, "M326 112Q352 120 366 138H330z"),
  repeat("140,132 166,131 192,130 218,130 244,130 270,130 296,130", (x, y) => area(c.navy, oval(x, y, 8, 9))),
  area(c.slate, box(228, 184, 56, 22, 11)),
  line("M100 148Q240 160 372 150", 2.6),
);

export const vehicles = [bicycle, bus, sailingBoat, steamTrain, balloon, rocket, car, tractor, aeroplane];
