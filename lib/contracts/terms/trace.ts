export const traceFormats = ["json", "otlp", "chrome", "html"] as const;

/** What stands for an element on the slide; `none` for one that is not drawn. */
export const outputFormats = ["native", "picture", "raster", "none"] as const;
