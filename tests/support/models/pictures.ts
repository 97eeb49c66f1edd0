import sharp from "sharp";

const drawing = (width: number, height: number) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"
  width="${width}" height="${height}" preserveAspectRatio="xMidYMid meet"><rect width="300" height="200" fill="#fff"/>
  <g fill="none" stroke="#000" stroke-width="3"><circle cx="90" cy="100" r="60"/><circle cx="90" cy="100" r="30"/>
  <path d="M180 160 L230 40 L280 160 Z"/><rect x="205" y="120" width="50" height="40"/></g></svg>`;

/** A coloring page as an image model draws it: black outlines on white, a PNG of `width` × `height` pixels. */
export const drawnPicture = (width: number, height: number): Promise<Buffer> =>
  sharp(Buffer.from(drawing(width, height)))
    .resize(width, height)
    .flatten({ background: "#fff" })
    .png()
    .toBuffer();
