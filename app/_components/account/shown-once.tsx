/** A secret that stands nowhere else: selected by one click, to be copied. */
export function ShownOnce({ sentence, secret }: { sentence: string; secret: string }) {
  return (
    <output className="block space-y-2 rounded-lg border border-accent p-4">
      <span className="block">{sentence}</span>
      <code className="block select-all break-all font-mono text-sm">{secret}</code>
    </output>
  );
}
