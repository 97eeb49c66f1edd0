import { singleton } from "./singleton";

/** Letters below which a text is too common to be masked wherever it stands. */
const fewest = 8;

const secrets = () => singleton("secrets", () => new Set<string>());

/** Remembers a secret, so that no line of the log ever shows it: others may repeat what they were sent. */
export function keepSecret(secret: string): void {
  if (secret.length < fewest) return;
  secrets().add(secret);
  secrets().add(JSON.stringify(secret).slice(1, -1));
}

/** The same text with every secret that is known masked. */
export function withoutSecrets(text: string): string {
  let masked = text;
  for (const secret of secrets()) masked = masked.replaceAll(secret, "[secret]");
  return masked;
}
