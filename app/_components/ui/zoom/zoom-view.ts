/** A size in CSS pixels, or of a picture in its own. */
export interface Extent {
  width: number;
  height: number;
}

/** How a picture lies in its pane: CSS pixels of the pane for each pixel of the picture, and where its top left corner is. */
export interface ZoomView {
  scale: number;
  x: number;
  y: number;
}

/** CSS pixels around a picture that is seen whole. */
const rim = 16;
/** At this, a pixel of the picture is a tile that can be counted. */
const mostScale = 16;

/** The whole picture, as large as the pane allows, centred. */
export function wholeView(picture: Extent, pane: Extent): ZoomView {
  const room = (length: number) => Math.max(1, length - 2 * rim);
  const scale = Math.min(room(pane.width) / picture.width, room(pane.height) / picture.height);
  return heldView({ scale, x: 0, y: 0 }, picture, pane);
}

/** Nearer or further by a factor, the point `at` of the pane staying where it is; never smaller than `least`. */
export function zoomedView(view: ZoomView, factor: number, at: { x: number; y: number }, least: number): ZoomView {
  const scale = Math.min(Math.max(mostScale, least), Math.max(least, view.scale * factor));
  const grown = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * grown, y: at.y - (at.y - view.y) * grown };
}

/** The same, moved so far that nothing of the pane stays empty that the picture could fill. */
export const heldView = ({ scale, x, y }: ZoomView, picture: Extent, pane: Extent): ZoomView => ({
  scale,
  x: held(x, picture.width * scale, pane.width),
  y: held(y, picture.height * scale, pane.height),
});

function held(start: number, length: number, room: number): number {
  if (length + 2 * rim <= room) return (room - length) / 2;
  return Math.min(rim, Math.max(room - length - rim, start));
}
