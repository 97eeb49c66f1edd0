/** What the .as files export; addresses are bytes, lengths pixels. */
export interface Kernels {
  memory: WebAssembly.Memory;
  blur(
    source: number,
    target: number,
    scratch: number,
    line: number,
    width: number,
    height: number,
    half: number,
    radius: number,
  ): void;
  halve(source: number, target: number, width: number, height: number): void;
  halveFinely(source: number, target: number, width: number, height: number): void;
  enlarge(plane: number, line: number, target: number, width: number, height: number): void;
  thinRidges(
    gx: number,
    gy: number,
    magnitude: number,
    slant: number,
    width: number,
    height: number,
    faintest: number,
    out: number,
  ): void;
  takeOff(
    values: number,
    width: number,
    height: number,
    plane: number,
    stride: number,
    weight: number,
    out: number,
  ): void;
  multiplyByQuarter(values: number, width: number, height: number, plane: number, stride: number): void;
  layCrests(
    plane: number,
    width: number,
    height: number,
    reach: number,
    samples: number,
    x: number,
    y: number,
    movedX: number,
    movedY: number,
    fixed: number,
    softness: number,
  ): void;
  moveToCrests(chain: number, length: number, isClosed: boolean): void;
  markInk(
    paper: number,
    L: number,
    a: number,
    b: number,
    count: number,
    contrast: number,
    share: number,
    chroma: number,
    dark: number,
    black: number,
    mask: number,
  ): void;
  countTones(L: number, mask: number, count: number, histogram: number): number;
  markAbove(plane: number, count: number, most: number, mask: number): void;
  widenWords(words: number, count: number, floats: number): void;
  weighSteps(
    steps: number,
    smooth: number,
    width: number,
    from: number,
    to: number,
    gain: number,
    power: number,
    leastCrisp: number,
    lowest: number,
    list: number,
    crisps: number,
  ): number;
  countFlanks(
    L: number,
    paper: number,
    mask: number,
    width: number,
    height: number,
    reach: number,
    part: number,
    heedsThin: boolean,
    counts: number,
  ): void;
  countCalm(L: number, mask: number, width: number, height: number, rim: number, step: number): number;
  listAbove(plane: number, other: number, count: number, least: number, list: number): number;
  markDepth(plane: number, L: number, count: number, sign: number, least: number, deep: number, mask: number): number;
  countCrispness(
    fine: number,
    coarse: number,
    count: number,
    clear: number,
    histogram: number,
    bins: number,
    perUnit: number,
  ): number;
  weighLight(
    L: number,
    a: number,
    b: number,
    fineL: number,
    coarseL: number,
    width: number,
    height: number,
    sigma: number,
    focus: number,
    share: number,
  ): void;
  weighColour(
    fineL: number,
    coarseL: number,
    fineX: number,
    fineY: number,
    coarseX: number,
    coarseY: number,
    width: number,
    height: number,
    core: number,
    most: number,
    share: number,
  ): void;
  toLab(
    rgb: number,
    count: number,
    linear: number,
    curve: number,
    steps: number,
    L: number,
    a: number,
    b: number,
  ): void;
  toRgb(colours: number, count: number, encoded: number, steps: number, from: number, out: number): void;
  gatherTensor(
    gx: number,
    gy: number,
    magnitude: number,
    slant: number,
    width: number,
    height: number,
    stride: number,
    xx: number,
    yy: number,
    xy: number,
    mean: number,
  ): void;
  sumShares(
    labels: number,
    width: number,
    height: number,
    plane: number,
    stride: number,
    shares: number,
    areas: number,
  ): void;
  addSquares(
    plane: number,
    line: number,
    width: number,
    height: number,
    gain: number,
    xx: number,
    yy: number,
    xy: number,
  ): void;
  roots(plane: number, count: number): void;
  combine(
    L: number,
    line: number,
    rows: number,
    width: number,
    height: number,
    gain: number,
    halves: number,
    apart: number,
    outX: number,
    outY: number,
    magnitude: number,
    slant: number,
  ): void;
  uniteAhead(plane: number, bytes: number, step: number): void;
  takeAhead(plane: number, count: number, step: number, lowest: boolean): void;
  layFlood(
    heights: number,
    width: number,
    rows: number,
    scale: number,
    surface: number,
    cells: number,
    room: number,
  ): void;
  layMarkers(markers: number, width: number, rows: number): void;
  highest(heights: number, count: number): number;
  countHeights(heights: number, count: number, scale: number, histogram: number): void;
  labelMinima(seen: number): number;
  flood(queues: number): void;
  takeOutLabels(width: number, rows: number): void;
  laySeeds(seeds: number, first: number, stride: number, width: number, rows: number, far: number): void;
  layBorders(
    labels: number,
    first: number,
    stride: number,
    width: number,
    rows: number,
    atBorder: number,
    far: number,
  ): void;
  chamfer(first: number, stride: number, rows: number, far: number): void;
  takeOutDistances(first: number, stride: number, width: number, rows: number, target: number): void;
  markValleys(
    plane: number,
    depth: number,
    width: number,
    height: number,
    gain: number,
    least: number,
    leastBend: number,
  ): void;
  multiply(
    windows: number,
    places: number,
    length: number,
    packed: number,
    bias: number,
    stride: number,
    output: number,
  ): void;
  convolveEach(
    framed: number,
    row: number,
    depth: number,
    weights: number,
    side: number,
    bias: number,
    stride: number,
    output: number,
    width: number,
    height: number,
  ): void;
  columnDistance(walls: number, distances: number, stride: number, height: number, rim: number): void;
  spreadRows(
    distances: number,
    stride: number,
    width: number,
    height: number,
    rim: number,
    raised: number,
    apex: number,
    starts: number,
  ): void;
  layGraph(
    regions: number,
    count: number,
    traits: number,
    borders: number,
    most: number,
    slots: number,
    slotCount: number,
    columns: number,
    width: number,
  ): void;
  sumRegions(labels: number, L: number, a: number, b: number, magnitude: number, width: number, rows: number): void;
  sumBorders(
    labels: number,
    gx: number,
    gy: number,
    bustle: number,
    bustleStride: number,
    weight: number,
    width: number,
    rows: number,
    isLast: boolean,
  ): number;
  priceContour(
    edge: number,
    cap: number,
    texture: number,
    reference: number,
    outside: number,
    inside: number,
    between: number,
  ): void;
  priceSmall(area: number, radius: number): void;
  priceShades(cosine: number, chroma: number, apart: number): void;
  merge(heap: number, places: number, links: number, areas: number, kept: number, gone: number, prices: number): number;
  filterByMajority(
    labels: number,
    out: number,
    width: number,
    height: number,
    spans: number,
    rows: number,
    lanes: number,
    kinds: number,
    votes: number,
  ): void;
  growFrom(values: number, mask: number, stack: number, width: number, height: number, low: number, high: number): void;
  layComponents(mask: number, pixels: number, width: number, height: number): void;
  nextComponent(): number;
  countOnes(mask: number, count: number): number;
  listSet(mask: number, count: number, list: number): number;
  markCracks(labels: number, width: number, height: number, cracks: number): void;
  countRuns(labels: number, width: number, height: number): number;
  numberPieces(labels: number, width: number, height: number, starts: number, root: number, areas: number): number;
  markBelow(bytes: number, count: number, limit: number, out: number): void;
  countMaskRuns(mask: number, width: number, height: number): number;
  joinMaskRuns(mask: number, width: number, height: number, starts: number, pieceOf: number, pieces: number): number;
  deepen(depths: number, labels: number, count: number, deepest: number): void;
  listBelow(depths: number, count: number, limit: number, list: number): number;
  listShallow(depths: number, labels: number, count: number, limits: number, list: number): number;
  spreadOver(
    list: number,
    size: number,
    distances: number,
    labels: number,
    width: number,
    height: number,
    crossing: boolean,
  ): void;
  keepFar(list: number, size: number, distances: number, most: number): number;
  renameNear(list: number, size: number, distances: number, most: number, labels: number, name: number): void;
  thin(
    mask: number,
    width: number,
    count: number,
    deletable: number,
    turns: number,
    first: number,
    second: number,
    going: number,
  ): void;
  layThreads(copies: number, homes: number, copied: number, still: number, staying: number): void;
  sharpen(here: number, there: number, count: number, rounds: number, shrink: number, grow: number): void;
  soften(from: number, to: number, pulls: number, spans: number, spanCount: number, rounds: number): void;
  addBoth(a: number, b: number, count: number, output: number): void;
  multiplyChannels(a: number, b: number, depth: number, places: number, output: number): void;
  padChannels(input: number, depth: number, places: number, output: number, toDepth: number): void;
  poolChannels(
    input: number,
    width: number,
    height: number,
    depth: number,
    side: number,
    stride: number,
    top: number,
    left: number,
    output: number,
    toWidth: number,
    toHeight: number,
  ): void;
  layWindows(
    input: number,
    width: number,
    height: number,
    depth: number,
    rows: number,
    columns: number,
    stride: number,
    fromY: number,
    left: number,
    windows: number,
    places: number,
  ): void;
  enlargeChannels(
    input: number,
    width: number,
    height: number,
    depth: number,
    mixed: number,
    output: number,
    toWidth: number,
    toHeight: number,
  ): void;
  bend(input: number, slopes: number, depth: number, places: number, output: number): void;
  swish(plane: number, count: number): void;
}
