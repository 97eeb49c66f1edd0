const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"];
const cities = ["Bergen", "Cádiz", "Łódź"];

/** Rain by month and city, in millimetres; made up, the same each time. */
const rain = months.flatMap((month, at) =>
  cities.map((city, of) => ({
    month,
    at,
    city,
    rain: 40 + ((at * 37 + of * 53) % 90),
    days: 4 + ((at * 5 + of * 7) % 12),
  })),
);
const bergen = rain.filter(({ city }) => city === cities[0]);
const points = Array.from({ length: 60 }, (_, i) => ({
  x: (i * 37) % 100,
  y: ((i * 53) % 80) + (i % 7),
  weight: 1 + ((i * 11) % 9),
  kind: cities[i % 3],
}));
const prices = months.map((month, i) => {
  const [open, close] = [50 + ((i * 13) % 20), 52 + ((i * 17) % 20)];
  return { month, open, close, low: Math.min(open, close) - 4 - (i % 3), high: Math.max(open, close) + 3 + (i % 4) };
});

const by = (field: string, type: "nominal" | "quantitative" | "ordinal", more: object = {}) => ({
  field,
  type,
  ...more,
});
const x = by("month", "ordinal", { sort: months });
const y = by("rain", "quantitative");
const color = by("city", "nominal");
const all = { data: { values: rain } };
const one = { data: { values: bergen } };
const cloud = { data: { values: points } };
const across = { x: by("x", "quantitative"), y: by("y", "quantitative") };

/** One of each kind of chart that Vega-Lite draws, by name. */
export const vegaSpecs: Record<string, object> = {
  bar: { ...one, mark: "bar", encoding: { x, y } },
  "bar lying": { ...one, mark: "bar", encoding: { y: x, x: y } },
  "bar stacked": { ...all, mark: "bar", encoding: { x, y, color } },
  "bar grouped": { ...all, mark: "bar", encoding: { x, y, color, xOffset: { field: "city" } } },
  "bar rounded": { ...one, mark: { type: "bar", cornerRadiusEnd: 6 }, encoding: { x, y } },
  "bar labelled": {
    ...one,
    encoding: { x, y },
    layer: [{ mark: "bar" }, { mark: { type: "text", dy: -8 }, encoding: { text: { field: "rain" } } }],
  },
  histogram: { ...cloud, mark: "bar", encoding: { x: { field: "x", bin: true }, y: { aggregate: "count" } } },
  line: { ...all, mark: "line", encoding: { x, y, color } },
  "line dashed": { ...all, mark: "line", encoding: { x, y, strokeDash: color } },
  "line stepped": { ...one, mark: { type: "line", interpolate: "step" }, encoding: { x, y } },
  "line smooth with points": {
    ...one,
    mark: { type: "line", interpolate: "monotone", point: true },
    encoding: { x, y },
  },
  area: { ...one, mark: "area", encoding: { x, y } },
  "area stacked": { ...all, mark: "area", encoding: { x, y, color } },
  "area with gradient": {
    ...one,
    mark: {
      type: "area",
      line: true,
      color: {
        gradient: "linear",
        x1: 0,
        x2: 0,
        y1: 0,
        y2: 1,
        stops: [
          { offset: 0, color: "#4c78a8" },
          { offset: 1, color: "white" },
        ],
      },
    },
    encoding: { x, y },
  },
  stream: { ...all, mark: "area", encoding: { x, y: { ...y, stack: "center", axis: null }, color } },
  scatter: {
    ...cloud,
    mark: "point",
    encoding: { ...across, color: by("kind", "nominal"), shape: by("kind", "nominal") },
  },
  bubble: {
    ...cloud,
    mark: { type: "circle", opacity: 0.6 },
    encoding: { ...across, size: by("weight", "quantitative") },
  },
  "scatter with trend": {
    ...cloud,
    encoding: across,
    layer: [
      { mark: "point" },
      { mark: { type: "line", color: "firebrick" }, transform: [{ regression: "y", on: "x" }] },
    ],
  },
  strip: { ...cloud, mark: "tick", encoding: { x: by("x", "quantitative"), y: by("kind", "nominal") } },
  pie: { ...one, mark: "arc", encoding: { theta: y, color: x } },
  doughnut: { ...one, mark: { type: "arc", innerRadius: 80, padAngle: 0.02 }, encoding: { theta: y, color: x } },
  rose: {
    ...one,
    mark: { type: "arc", stroke: "white" },
    encoding: { theta: x, radius: { ...y, scale: { type: "sqrt" } }, color: x },
  },
  heatmap: { ...all, mark: "rect", encoding: { x, y: by("city", "nominal"), color: by("rain", "quantitative") } },
  boxplot: { ...all, mark: "boxplot", encoding: { x: by("city", "nominal"), y } },
  "error bars": {
    ...all,
    encoding: { x: by("city", "nominal"), y },
    layer: [
      { mark: { type: "errorbar", extent: "stdev", ticks: true } },
      { mark: "point", encoding: { y: { ...y, aggregate: "mean" } } },
    ],
  },
  candlestick: {
    data: { values: prices },
    encoding: { x },
    layer: [
      { mark: "rule", encoding: { y: by("low", "quantitative"), y2: { field: "high" } } },
      { mark: { type: "bar", size: 20 }, encoding: { y: by("open", "quantitative"), y2: { field: "close" } } },
    ],
  },
  "small multiples": {
    ...all,
    width: 180,
    mark: "bar",
    encoding: { x, y, column: by("city", "nominal") },
  },
  "words in place": {
    ...cloud,
    mark: "text",
    encoding: { ...across, text: { field: "kind" }, color: by("kind", "nominal") },
  },
};
