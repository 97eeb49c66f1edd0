/** What is used of libheif's own interface for JavaScript, which comes without types. */
declare module "libheif-js/wasm-bundle.js" {
  export interface HeifImage {
    /** Pixels, upright. */
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Writes the picture as RGBA into `target.data`; calls back with null where it cannot be decoded. */
    display<Target extends { data: Uint8ClampedArray; width: number; height: number }>(
      target: Target,
      done: (shown: Target | null) => void,
    ): void;
  }

  const libheif: {
    HeifDecoder: new () => {
      /** Reads the pictures of a file, none of their pixels yet; an empty list where it is none. */
      decode(file: Uint8Array): HeifImage[];
    };
  };
  export default libheif;
}
