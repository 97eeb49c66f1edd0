/** The bytes of a `data:` URL (RFC 2397); null for any other address or when it is broken. */
export function readDataUrl(address: string): { mediaType: string; bytes: Uint8Array } | null {
  const match = /^data:([^,]*),(.*)$/s.exec(address.trim());
  if (match === null) return null;
  const parameters = match[1].split(";").map((part) => part.trim().toLowerCase());
  const bytes = parameters.includes("base64") ? base64(match[2]) : percentEncoded(match[2]);
  return { mediaType: parameters[0], bytes };
}

function base64(text: string): Uint8Array {
  return Buffer.from(text.includes("%") ? text.replaceAll(/%([0-9a-f]{2})/gi, decoded) : text, "base64");
}

function decoded(_: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

function percentEncoded(text: string): Uint8Array {
  try {
    return new TextEncoder().encode(decodeURIComponent(text));
  } catch {
    return new TextEncoder().encode(text);
  }
}
