/** One value of a family; `suffix` is what a histogram's parts add to its name. */
export interface Sample {
  labels?: Record<string, string>;
  suffix?: "_bucket" | "_sum" | "_count";
  value: number;
}

export interface Family {
  name: string;
  help: string;
  type: "gauge" | "counter" | "histogram";
  samples: Sample[];
}

/** Media type of the text below. */
export const expositionType = "text/plain; version=0.0.4; charset=utf-8";

/** Metrics as Prometheus reads them (its text format, version 0.0.4). */
export const exposition = (families: Family[]): string => `${families.map(familyText).join("\n")}\n`;

const familyText = ({ name, help, type, samples }: Family): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map((sample) => sampleText(name, sample))].join("\n");

function sampleText(family: string, { suffix, labels = {}, value }: Sample): string {
  const name = suffix === undefined ? family : family + suffix;
  const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`;
}

const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
