export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/**
 * Boxes of one size in rows, the last row centred, in as many columns as give pictures of these proportions the most
 * area. Lengths in any unit; `aspects` are width by height.
 */
export function arrange(aspects: number[], area: Box, gap: number): Box[] {
  const count = aspects.length;
  let best = { size: 0, columns: 1 };
  for (let columns = 1; columns <= count; columns++) {
    const { width, height } = cellOf(columns, count, area, gap);
    if (width <= 0 || height <= 0) continue;
    const size = aspects.reduce((sum, aspect) => sum + Math.min(width, height * aspect) ** 2 / aspect, 0);
    if (size > best.size) best = { size, columns };
  }
  const cell = cellOf(best.columns, count, area, gap);
  // Cells hug their pictures, so that a wide sheet is not a row of half-empty boxes.
  const [widest, tallest] = [Math.max(...aspects), Math.min(...aspects)];
  const width = Math.min(cell.width, cell.height * Math.max(widest, 0.6));
  const height = Math.min(cell.height, cell.width / Math.min(tallest, 1.7));
  const rows = Math.ceil(count / best.columns);
  const top = area.top + (area.height - rows * height - (rows - 1) * gap) / 2;
  return aspects.map((_, i) => {
    const row = Math.floor(i / best.columns);
    const inRow = Math.min(best.columns, count - row * best.columns);
    const left = area.left + (area.width - inRow * width - (inRow - 1) * gap) / 2;
    return {
      left: left + (i % best.columns) * (width + gap),
      top: top + row * (height + gap),
      width,
      height,
    };
  });
}

function cellOf(columns: number, count: number, area: Box, gap: number): { width: number; height: number } {
  const rows = Math.ceil(count / columns);
  return {
    width: (area.width - (columns - 1) * gap) / columns,
    height: (area.height - (rows - 1) * gap) / rows,
  };
}
