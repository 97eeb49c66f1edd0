import sharp from "sharp";
import { type Lab, toLab } from "@/lib/pipelines/coloring/kernels/lab";

export const width = 900;
export const height = 700;
/** Where the figure's coat, and where its background is, in pixels. */
export const onCoat = { x: 450, y: 560 };
export const onWall = { x: 90, y: 90 };

/** Somebody before a wall, from the waist up. */
export const figure = (wall: string, coat: string, more = ""): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="900" height="700" fill="${wall}"/>${more}
    <path d="M250 700C260 480 330 430 420 420L480 420C570 430 640 480 650 700Z" fill="${coat}"/>
    <rect x="405" y="340" width="90" height="100" fill="#d9a583"/>
    <ellipse cx="450" cy="260" rx="95" ry="125" fill="#e8b898"/>
    <path d="M350 270C330 90 570 90 550 270C540 200 500 180 450 180C400 180 360 200 350 270Z" fill="#3a2418"/>
    <ellipse cx="415" cy="255" rx="12" ry="7" fill="#222"/><ellipse cx="485" cy="255" rx="12" ry="7" fill="#222"/>
    <path d="M415 325Q450 350 485 325" stroke="#a33" stroke-width="8" fill="none"/>
  </svg>`);

export async function labOf(picture: Buffer): Promise<Lab> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return toLab(data, info.width, info.height);
}
