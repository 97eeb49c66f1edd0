import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The minifier writes a function that has one caller into it, as a function made anew at each call: V8 throws its machine
  // code away with every collection and compiles it again. A page took 1.6 times as long, a bundle only 22 MB less.
  experimental: { serverMinification: false },
  // Pictures are served as they are; the route that would resize any of ours for anyone is not there.
  images: { unoptimized: true },
  // Types are checked once, by `npm run types`, tests included; a build only builds.
  typescript: { ignoreBuildErrors: true },
  // Native addons and packages that read their own data files at run time stay outside the bundle.
  serverExternalPackages: [
    "sharp",
    "better-sqlite3",
    "@resvg/resvg-js",
    "pdfkit",
    "fontkit",
    "pino",
    "prom-client",
    "@resvg/resvg-wasm",
    "pathkit-wasm",
    "pptxgenjs",
    "jszip",
    "css-tree",
    "@googleapis/drive",
    "google-auth-library",
    "libheif-js",
  ],
};

export default config;
