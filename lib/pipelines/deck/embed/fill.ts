import type { SlideFill, SlideStop } from "../slide";
import { colourXml } from "./colour";
import type { Relations } from "./relations";
import { coordinate, fraction, integer, share } from "./xml";

/** Turn of a full circle in 60,000ths of a degree. */
const fullTurn = 21_600_000;

/** A fill, or `a:noFill` (ECMA-376 part 1, 20.1.8). */
export function fillXml(fill: SlideFill | null, relations: Relations): string {
  if (!fill) return "<a:noFill/>";
  switch (fill.kind) {
    case "solid":
      return `<a:solidFill>${colourXml(fill.colour)}</a:solidFill>`;
    case "linear":
      return gradient(fill.stops, `<a:lin ang="${angle(fill.angle)}" scaled="0"/>`);
    case "radial":
      return gradient(fill.stops, circleFrom(fill.centre));
    case "picture":
      return `<a:blipFill dpi="0" rotWithShape="1">${blipXml(relations.picture(fill.media), fill.opacity)}<a:srcRect/><a:stretch>${fillRect(fill.over)}</a:stretch></a:blipFill>`;
    case "tiles":
      return (
        `<a:blipFill dpi="0" rotWithShape="1">${blipXml(relations.picture(fill.media), fill.opacity)}<a:srcRect/>` +
        `<a:tile tx="${coordinate(fill.offsetX)}" ty="${coordinate(fill.offsetY)}" sx="${share(fill.scaleX)}" sy="${share(fill.scaleY)}" flip="none" algn="tl"/></a:blipFill>`
      );
  }
}

/** `a:blip` of a relationship, with its alpha. */
export function blipXml(id: string, opacity: number, extension = ""): string {
  const alpha = opacity < 1 ? `<a:alphaModFix amt="${fraction(opacity)}"/>` : "";
  return alpha || extension ? `<a:blip r:embed="${id}">${alpha}${extension}</a:blip>` : `<a:blip r:embed="${id}"/>`;
}

const angle = (turn: number): string => integer(((turn % fullTurn) + fullTurn) % fullTurn);

/** A gradient has at least two stops; one colour is given twice. */
function gradient(stops: SlideStop[], shape: string): string {
  const list = stops.length > 1 ? stops : [stops[0], { ...stops[0], at: 1 }];
  const marks = list.map(({ at, colour }) => `<a:gs pos="${fraction(at)}">${colourXml(colour)}</a:gs>`).join("");
  return `<a:gradFill rotWithShape="1"><a:gsLst>${marks}</a:gsLst>${shape}</a:gradFill>`;
}

function circleFrom({ x, y }: { x: number; y: number }): string {
  return `<a:path path="circle"><a:fillToRect l="${share(x)}" t="${share(y)}" r="${share(1 - x)}" b="${share(1 - y)}"/></a:path>`;
}

function fillRect({ left, top, right, bottom }: { left: number; top: number; right: number; bottom: number }): string {
  if (!left && !top && right === 1 && bottom === 1) return "<a:fillRect/>";
  return `<a:fillRect l="${share(left)}" t="${share(top)}" r="${share(1 - right)}" b="${share(1 - bottom)}"/>`;
}
