import { number } from "../map/svg/numbers";
import type { SlideCommand, SlideGeometry } from "../slide";
import { type Box, boxText, coordinate, pixels } from "./lengths";

/** One outline of a shape as an SVG element still open for its paint: `<path d="…"` or `<rect …`. */
export interface Outline {
  tag: string;
  filled: boolean;
  stroked: boolean;
  /** Whether it ends where it does not begin, so that its line has ends for arrows. */
  open: boolean;
}

/** The outlines of a shape in its place on the slide, before it is flipped and turned. */
export function outlinesOf(geometry: SlideGeometry, box: Box): Outline[] {
  const plain = { filled: true, stroked: true, open: false };
  switch (geometry.kind) {
    case "rect":
      return [{ ...plain, tag: `<rect ${boxText(box)}` }];
    case "roundRect": {
      const radius = number(geometry.radius * Math.min(box.width, box.height));
      return [{ ...plain, tag: `<rect ${boxText(box)} rx="${radius}" ry="${radius}"` }];
    }
    case "ellipse":
      return [{ ...plain, tag: ellipse(box) }];
    case "line":
      return [{ tag: line(box), filled: false, stroked: true, open: true }];
    case "custom":
      return geometry.paths.map(({ commands, filled, stroked }) => {
        const open = commands.at(-1)?.type !== "close";
        return {
          tag: `<path fill-rule="evenodd" clip-rule="evenodd" d="${path(commands, box)}"`,
          filled,
          stroked,
          open,
        };
      });
  }
}

function ellipse({ x, y, width, height }: Box): string {
  const [cx, cy] = [number(x + width / 2), number(y + height / 2)];
  return `<ellipse cx="${cx}" cy="${cy}" rx="${number(width / 2)}" ry="${number(height / 2)}"`;
}

function line({ x, y, width, height }: Box): string {
  return `<path d="M${number(x)} ${number(y)}L${number(x + width)} ${number(y + height)}"`;
}

function path(commands: readonly SlideCommand[], corner: Box): string {
  return commands.map((command) => commandText(command, corner)).join("");
}

function commandText(command: SlideCommand, { x, y }: Box): string {
  const at = (right: number, down: number) => `${coordinate(x + pixels(right))} ${coordinate(y + pixels(down))}`;
  switch (command.type) {
    case "moveTo":
      return `M${at(command.x, command.y)}`;
    case "lineTo":
      return `L${at(command.x, command.y)}`;
    case "curveTo":
      return `C${at(command.x1, command.y1)} ${at(command.x2, command.y2)} ${at(command.x, command.y)}`;
    case "close":
      return "Z";
  }
}
