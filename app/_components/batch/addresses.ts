export interface WrittenAddresses {
  /** http and https addresses in the order written. */
  urls: string[];
  /** Lines that are none. */
  wrong: string[];
}

/** Reads one address a line; empty lines do not count. */
export function readAddresses(text: string): WrittenAddresses {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return { urls: lines.filter(isWebAddress), wrong: lines.filter((line) => !isWebAddress(line)) };
}

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text);
