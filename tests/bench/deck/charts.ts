import { createRequire } from "node:module";
import { join } from "node:path";
import { chartOptions } from "./chart-options";

interface Chart {
  setOption(option: object): void;
  renderToSVGString(): string;
  dispose(): void;
}

interface Echarts {
  init(at: null, theme: null, how: { renderer: "svg"; ssr: true; width: number; height: number }): Chart;
}

/** Each chart as echarts draws it on a server, 800 by 450 CSS pixels. @param folder of the package echarts. */
export async function drawCharts(folder: string): Promise<{ name: string; svg: string }[]> {
  const echarts = createRequire(join(folder, "package.json"))("echarts") as Echarts;
  return Object.entries(chartOptions).map(([name, option]) => {
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width: 800, height: 450 });
    chart.setOption({ animation: false, title: { text: name }, ...option });
    const svg = chart.renderToSVGString();
    chart.dispose();
    return { name, svg };
  });
}
