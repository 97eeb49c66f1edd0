import { identity, multiply } from "../matrix";
import { rectanglePath, transformPath } from "../outline";
import type { Clip, ClipShape, Colour, Mask, Matrix, Rect, SceneNode } from "../scene";

/** A mask of hard edges and one tone. */
export interface Stencil {
  clip: Clip;
  opacity: number;
}

/** What one shape of a mask lets through: 0 to 1. */
export function toneOf(kind: Mask["kind"], { red, green, blue, alpha }: Colour): number {
  // Coefficients of luminanceToAlpha (CSS Masking 1, 7.10.1).
  return kind === "alpha" ? alpha : ((0.2125 * red + 0.7154 * green + 0.0721 * blue) / 255) * alpha;
}

/**
 * A mask of plain shapes as a clip: shapes of one tone, then any number of black ones that cut holes.
 * "nothing" when it lets nothing through; null when it has more tones, strokes, gradients, texts or images.
 */
export function stencilOf(mask: Mask): Stencil | "nothing" | null {
  const pieces: Piece[] = [];
  if (!collect(mask.content, identity, mask.kind, pieces)) return null;
  const first = pieces.findIndex(({ tone }) => tone > 0);
  if (first < 0) return "nothing";
  const hole = pieces.findIndex(({ tone }, index) => index > first && tone === 0);
  const end = hole < 0 ? pieces.length : hole;
  const lights = pieces.slice(first, end);
  const holes = pieces.slice(end);
  const { tone } = lights[0];
  if (lights.some((piece) => piece.tone !== tone || (!piece.opaque && lights.length > 1))) return null;
  if (holes.some((piece) => piece.tone > 0 || !piece.opaque || !piece.simple)) return null;
  const { origin } = mask;
  const clip = holes.reduce<Clip | null>(
    (rest, { shape }) => ({ origin, shapes: [complement(shape, mask.region)], clip: rest }),
    null,
  );
  return { clip: { origin, shapes: lights.map(({ shape }) => shape), clip }, opacity: tone > 0.998 ? 1 : tone };
}

interface Piece {
  shape: ClipShape;
  tone: number;
  opaque: boolean;
  /** A hole can be made of it. */
  simple: boolean;
}

function collect(node: SceneNode, around: Matrix, kind: Mask["kind"], pieces: Piece[]): boolean {
  if (node.mask !== null || node.filter !== null || node.blend !== "normal") return false;
  const matrix = multiply(around, node.transform);
  if (node.kind === "group") {
    if (node.opacity < 1 || node.clip !== null) return false;
    return node.children.every((child) => collect(child, matrix, kind, pieces));
  }
  if (node.kind !== "shape" || node.stroke !== null || node.markers.length > 0 || node.clip !== null) return false;
  if (node.fill === null) return true;
  const { paint, opacity, rule } = node.fill;
  if (paint.kind !== "solid") return false;
  const alpha = paint.colour.alpha * opacity * node.opacity;
  const outline = transformPath(node.geometry.outline, matrix);
  const simple = rule === "evenodd" || outline.filter(({ type }) => type === "M").length === 1;
  const tone = toneOf(kind, { ...paint.colour, alpha });
  pieces.push({ shape: { outline, rule, clip: null }, tone, opaque: alpha === 1, simple });
  return true;
}

/** All around a shape, far beyond the mask's region. */
function complement({ outline }: ClipShape, { x, y, width, height }: Rect): ClipShape {
  const far = { x: x - width, y: y - height, width: 3 * width, height: 3 * height };
  return { outline: [...rectanglePath(far), ...outline], rule: "evenodd", clip: null };
}
