/** One chart of each kind that echarts has, with numbers that are the same at every run. */

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"];
const rain = [49, 71, 106, 129, 144, 176, 135, 148];
const sun = [83, 78, 98, 93, 106, 84, 105, 104];
const wind = [42, 33, 34, 39, 52, 75, 57, 60];

const byMonth = { xAxis: { type: "category", data: months }, yAxis: { type: "value" } };
const byNumber = { xAxis: { type: "value" }, yAxis: { type: "value" } };
const parts = months.slice(0, 6).map((name, i) => ({ name, value: rain[i] }));
/** Points of a fixed walk on a circle-like path. */
const points = Array.from({ length: 60 }, (_, i) => [(i * 37) % 100, (i * i * 13) % 90, 4 + ((i * 7) % 20)]);
const legend = { top: "bottom" };
const three = (type: string, more: object = {}) => ({
  ...byMonth,
  legend,
  series: [rain, sun, wind].map((data, i) => ({ type, name: ["Rain", "Sun", "Wind"][i], data, ...more })),
});
const fade = {
  type: "linear",
  x: 0,
  y: 0,
  x2: 0,
  y2: 1,
  colorStops: [
    { offset: 0, color: "#5470c6" },
    { offset: 1, color: "#5470c600" },
  ],
};
const tree = {
  name: "All",
  children: months.slice(0, 4).map((name, i) => ({
    name,
    value: rain[i],
    children: ["North", "South", "West"].map((side, k) => ({ name: side, value: 10 + ((i * 7 + k * 11) % 23) })),
  })),
};
const flow = {
  data: ["Coal", "Gas", "Sun", "Power", "Heat", "Homes", "Works"].map((name) => ({ name })),
  links: [
    { source: "Coal", target: "Power", value: 5 },
    { source: "Gas", target: "Power", value: 3 },
    { source: "Gas", target: "Heat", value: 4 },
    { source: "Sun", target: "Power", value: 2 },
    { source: "Power", target: "Homes", value: 6 },
    { source: "Power", target: "Works", value: 4 },
    { source: "Heat", target: "Homes", value: 4 },
  ],
};

export const chartOptions: Record<string, object> = {
  bar: three("bar"),
  "bar stacked": three("bar", { stack: "all", label: { show: true } }),
  "bar lying": {
    xAxis: { type: "value" },
    yAxis: { type: "category", data: months },
    series: [{ type: "bar", data: rain }],
  },
  "bar rounded": {
    ...byMonth,
    series: [{ type: "bar", data: sun, itemStyle: { color: fade, borderRadius: [8, 8, 0, 0] } }],
  },
  line: three("line"),
  "line smooth": three("line", { smooth: true, symbolSize: 8 }),
  "line stepped": three("line", { step: "middle", lineStyle: { type: "dashed" } }),
  area: three("line", { areaStyle: {}, stack: "all" }),
  "area with gradient": {
    ...byMonth,
    series: [{ type: "line", smooth: true, data: rain, areaStyle: { color: fade } }],
  },
  pie: { legend, series: [{ type: "pie", radius: "60%", data: parts }] },
  doughnut: {
    legend,
    series: [{ type: "pie", radius: ["35%", "60%"], data: parts, itemStyle: { borderColor: "#fff", borderWidth: 2 } }],
  },
  rose: { series: [{ type: "pie", roseType: "area", radius: [20, 150], data: parts }] },
  scatter: { ...byNumber, series: [{ type: "scatter", data: points }] },
  bubble: {
    ...byNumber,
    series: [
      { type: "scatter", data: points, symbolSize: (point: number[]) => 2 * point[2], itemStyle: { opacity: 0.6 } },
    ],
  },
  heatmap: {
    xAxis: { type: "category", data: months },
    yAxis: { type: "category", data: ["a", "b", "c", "d", "e"] },
    visualMap: { min: 0, max: 40, calculable: true, orient: "horizontal", left: "center", bottom: 0 },
    series: [
      {
        type: "heatmap",
        label: { show: true },
        data: Array.from({ length: 40 }, (_, i) => [i % 8, Math.floor(i / 8), (i * 17) % 41]),
      },
    ],
  },
  treemap: { series: [{ type: "treemap", data: tree.children, breadcrumb: { show: false } }] },
  sunburst: { series: [{ type: "sunburst", data: tree.children, radius: [0, "90%"] }] },
  tree: { series: [{ type: "tree", data: [tree], initialTreeDepth: -1, left: 60, right: 60 }] },
  radar: {
    radar: { indicator: months.slice(0, 6).map((name) => ({ name, max: 200 })) },
    series: [
      {
        type: "radar",
        data: [
          { value: rain.slice(0, 6), name: "Rain", areaStyle: { opacity: 0.3 } },
          { value: sun.slice(0, 6), name: "Sun" },
        ],
      },
    ],
  },
  sankey: { series: [{ type: "sankey", ...flow, lineStyle: { color: "gradient" } }] },
  graph: {
    series: [
      {
        type: "graph",
        layout: "circular",
        roam: false,
        label: { show: true },
        symbolSize: 30,
        ...flow,
        edgeSymbol: ["none", "arrow"],
      },
    ],
  },
  funnel: { legend, series: [{ type: "funnel", top: 50, bottom: 50, data: parts, label: { position: "inside" } }] },
  gauge: { series: [{ type: "gauge", progress: { show: true }, data: [{ value: 62, name: "Done" }] }] },
  candlestick: {
    ...byMonth,
    series: [{ type: "candlestick", data: months.map((_, i) => [20 + i, 34 - i, 10 + i, 38 + i]) }],
  },
  boxplot: {
    ...byMonth,
    series: [{ type: "boxplot", data: months.map((_, i) => [5 + i, 12 + i, 18 + i, 25 + i, 40 - i]) }],
  },
  polar: {
    polar: { radius: [30, "70%"] },
    angleAxis: { max: 200, startAngle: 75 },
    radiusAxis: { type: "category", data: months.slice(0, 5) },
    series: [{ type: "bar", coordinateSystem: "polar", data: rain.slice(0, 5) }],
  },
  "theme river": {
    singleAxis: { type: "value", min: 0, max: 7 },
    series: [
      {
        type: "themeRiver",
        data: [rain, sun, wind].flatMap((data, k) => data.map((value, i) => [i, value, ["Rain", "Sun", "Wind"][k]])),
      },
    ],
  },
  parallel: {
    parallelAxis: months.slice(0, 5).map((name, dim) => ({ dim, name })),
    series: [{ type: "parallel", data: points.slice(0, 20).map(([x, y, z]) => [x, y, z * 4, 100 - x, 100 - y]) }],
  },
};
