const longest = 80;

/** A name a person gave, as a label: no folders, no control characters, no direction overrides, at most 255 characters. */
export function safeLabel(name: string, fallback: string): string {
  const base = name.normalize("NFC").split(/[/\\]/).pop() ?? "";
  const clean = base
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "")
    .trim()
    .slice(0, 255);
  return clean === "" || clean === "." || clean === ".." ? fallback : clean;
}

/** Percent encoding undone; as it is written where its percent signs encode nothing. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** The last part of an address's path, as it is meant; empty where the path ends in a slash. */
export const lastPartOf = ({ pathname }: URL): string => decoded(pathname.split("/").pop() ?? "");

/**
 * File stem for the item at `index` (from 0) of a batch, such as `001-cat`: safe on every file system, Unicode kept,
 * unique by its number.
 */
export function slugFor(index: number, name: string): string {
  const stem = safeLabel(name, "item")
    .replace(/\.[^.]{1,5}$/, "")
    .replace(/[<>:"|?*#%&{}$!'`@+=~^\s]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  const number = String(index + 1).padStart(3, "0");
  return stem === "" ? number : `${number}-${[...stem].slice(0, longest).join("")}`;
}

/** A title as a file's name without its ending, safe on every file system; empty where nothing of it is left. */
export function fileStem(title: string): string {
  const stem = safeLabel(title.replace(/[<>:"|?*/\\]+/g, "-"), "").replace(/^[-.\s]+|[-.\s]+$/g, "");
  return [...stem].slice(0, longest).join("").trimEnd();
}

/**
 * `Content-Disposition` value (RFC 6266): an ASCII name for old clients, UTF-8 for the others.
 * @param way `inline` leaves it to the browser whether the file is shown or saved.
 */
export function disposition(way: "attachment" | "inline", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${way}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
