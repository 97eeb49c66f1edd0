import type { ErrorCode } from "@/lib/errors";
import { number } from "./counting";

/** Was der Server genauer sagt, mit dem, was darin von Fall zu Fall anders ist: Datei, Maß, Grenze, Stelle. */
type Exact = readonly [said: RegExp, words: (...facts: string[]) => string];

const n = (digits: string): string => number(Number(digits.replaceAll(",", "")));
const smaller = "Verkleinern Sie sie und senden Sie sie noch einmal.";
const simpler = "Vereinfachen Sie es.";

const asPicture = "Speichern Sie es als JPEG oder PNG und senden Sie das.";
const takeOut = "Nehmen Sie die Bilder heraus und senden Sie diese.";

/** Was jemand statt eines Bildes schickt, wie der Server es nennt, und wie es weitergeht. */
const otherKinds: Record<string, string> = {
  "a HEIF picture of a rare kind": `ein HEIF-Bild seltener Art und lässt sich hier nicht lesen. ${asPicture}`,
  "a PDF":
    "ein PDF und lässt sich hier nicht lesen. Speichern Sie seine Seiten als Bilder, JPEG oder PNG, und senden Sie diese.",
  "a document or an archive": `ein Dokument oder ein Archiv und lässt sich hier nicht lesen. ${takeOut}`,
  "an Office document": `ein Office-Dokument und lässt sich hier nicht lesen. ${takeOut}`,
  "a BMP picture": `ein BMP-Bild und lässt sich hier nicht lesen. ${asPicture}`,
  "a Photoshop file": `eine Photoshop-Datei und lässt sich hier nicht lesen. ${asPicture}`,
  "a JPEG XL picture": `ein Bild in JPEG XL und lässt sich hier nicht lesen. ${asPicture}`,
  "a JPEG 2000 picture": `ein Bild in JPEG 2000 und lässt sich hier nicht lesen. ${asPicture}`,
  "a film": "ein Film und lässt sich hier nicht lesen. Senden Sie ein Bild daraus, als JPEG oder PNG.",
};

/** Wo ein SVG nicht zu lesen ist; beim Hochladen eine Datei, die niemand braucht, später ein Teil, der scheitert. */
const brokenSvg: Exact = [
  /^(.+), line (\d+), column (\d+):/s,
  (name, line, column) =>
    `${name}, Zeile ${n(line)}, Spalte ${n(column)}: Dort lässt sich das SVG nicht lesen. Öffnen Sie es in einem Programm für SVGs und speichern Sie es neu.`,
];

/** Nach dem Kennwort des Fehlers; was der Server anders sagt als hier, steht allgemein in `faults`. */
export const exactFaults: Partial<Record<ErrorCode, readonly Exact[]>> = {
  unsupported_media: [
    brokenSvg,
    [
      /^(.+) is not a picture that can be read\./s,
      (name) =>
        `${name} ist kein Bild, das sich lesen lässt. Senden Sie eine Datei als JPEG, PNG, WebP, AVIF, GIF, TIFF, HEIC oder SVG.`,
    ],
    [
      /^(.+) is (an? .+), which is not read here\./s,
      (name, kind) => `${name} ist ${otherKinds[kind] ?? "kein Bild, das sich hier lesen lässt."}`,
    ],
    [
      /^(.+) is (an? .+), and a deck is made of SVG files\./s,
      (name) =>
        `${name} ist keine SVG-Datei, und aus solchen entsteht eine Präsentation. Speichern Sie die Zeichnung als SVG.`,
    ],
    [
      /^(.+) is damaged or was cut off:/s,
      (name) =>
        `${name} ist beschädigt oder abgeschnitten: Die Datei beginnt wie ein Bild, aber der Rest fehlt oder lässt sich nicht lesen. Senden Sie sie noch einmal vom Original.`,
    ],
  ],
  invalid_svg: [brokenSvg],
  too_large: [
    [
      /^(.+) has (\d+) × (\d+) pixels.*; at most (\d+)/s,
      (name, width, height, most) =>
        `${name} hat ${n(width)} × ${n(height)} Pixel; höchstens ${n(most)} Megapixel werden angenommen. ${smaller}`,
    ],
    [
      /^The file at (.+) is larger than (\d+) MB/s,
      (host, most) => `Die Datei bei ${host} ist größer als ${n(most)} MB. ${smaller}`,
    ],
    [/^(.+) is larger than (\d+) MB/s, (name, most) => `${name} ist größer als ${n(most)} MB. ${smaller}`],
    [
      /^(.+) takes over (\d+) seconds to (?:convert|read)/s,
      (name, seconds) => `${name} braucht länger als ${n(seconds)} Sekunden. ${simpler}`,
    ],
    [/^(.+) is nested too deeply/s, (name) => `${name} ist zu tief verschachtelt. ${simpler}`],
    [
      /^(.+) draws over ([\d,]+) (elements|segments)/s,
      (name, most, what) =>
        `${name} zeichnet mehr als ${n(most)} ${what === "elements" ? "Elemente" : "Stücke von Pfaden"}, Kopien mitgezählt. ${simpler}`,
    ],
    [/^At most (\d+) files are taken/s, (most) => `Höchstens ${n(most)} Dateien werden auf einmal angenommen.`],
  ],
  invalid_request: [[/^(.+) is empty: no bytes/s, (name) => `${name} ist leer: Es kam nichts an.`]],
  timeout: [
    [
      /^(.+) took over (\d+) seconds? (?:in its stage|before its)/s,
      (name, seconds) => `${name} brauchte länger als ${n(seconds)} Sekunden und wurde angehalten.`,
    ],
    [/^(.+) took too long to answer\./s, (host) => `${host} hat zu lange nicht geantwortet.`],
    [
      /^(.+) took too long over (.+) and was not waited for\./s,
      (model, name) => `${model} brauchte zu lange für ${name}; darauf wurde nicht gewartet.`,
    ],
  ],
  page_rejected: [
    [
      /^No page worth printing came out of (.+), however it was drawn:/s,
      (name) =>
        `Aus ${name} wurde keine Seite, die sich zu drucken lohnt. Wählen Sie ein klareres Bild oder einen engeren Ausschnitt.`,
    ],
    [
      /^(.+) has nothing to draw:/s,
      (name) => `In ${name} hebt sich nichts ab, was zu zeichnen wäre. Wählen Sie ein Bild mit mehr Kontrast.`,
    ],
    [
      /^The drawing of (.+) is nothing but dots/s,
      (name) => `Die Zeichnung von ${name} besteht nur aus Punkten und kurzen Strichen.`,
    ],
  ],
  storage_full: [
    [
      /^The disk has (\d+) MB left and nothing new is taken in below (\d+) MB/s,
      (left, least) =>
        `Auf dem Server sind noch ${n(left)} MB frei; unter ${n(least)} MB nimmt er nichts Neues an. Löschen Sie Stapel oder schaffen Sie Platz.`,
    ],
  ],
  queue_full: [
    [
      /^The queue holds (\d+) items of at most (\d+)/s,
      (held, most) =>
        `In der Warteschlange stehen ${n(held)} von höchstens ${n(most)}. Versuchen Sie es bald noch einmal.`,
    ],
  ],
  rate_limited: [[/wait (\d+) s\.$/s, (seconds) => `Das waren zu viele Anfragen. Warten Sie ${n(seconds)} s.`]],
  remote_refused: [
    [
      /^(.+) is not on the public internet;/s,
      (host) => `${host} liegt nicht im öffentlichen Internet. Wer den Server betreibt, kann es erlauben.`,
    ],
    [/^(.+) answered (\d+) for /s, (host, status) => `${host} hat die Datei nicht herausgegeben (${status}).`],
  ],
  remote_unavailable: [
    [/^(.+) has no address\./s, (host) => `${host} hat keine Adresse im Netz.`],
    [/^(.+) could not be reached, or broke off\./s, (host) => `${host} war nicht zu erreichen oder brach ab.`],
    [/^(.+) answered (\d+) for /s, (host, status) => `${host} hat gerade nichts zu geben (${status}).`],
  ],
  unauthenticated: [
    [/^This address and password do not belong/s, () => "Diese Adresse und dieses Passwort gehören nicht zusammen."],
  ],
  forbidden: [[/^The current password is not right/s, () => "Das bisherige Passwort stimmt nicht."]],
  conflict: [
    [/^This is the last owner/s, () => "Das ist der letzte Verwalter. Machen Sie erst jemand anderen zum Verwalter."],
    [/^(.+) has an account already/s, (email) => `${email} hat schon ein Konto. Melden Sie sich damit an.`],
  ],
  not_found: [
    [
      /^This link has been used or has run out/s,
      () => "Dieser Link ist verbraucht oder abgelaufen. Bitten Sie um einen neuen.",
    ],
  ],
  model_quota: [
    [
      /^(.+)'s account has no credit left\. Top it up, then run (.+) again/s,
      (model, name) => `Das Guthaben für ${model} ist aufgebraucht. Laden Sie es auf, dann geht es mit ${name} weiter.`,
    ],
  ],
  model_busy: [
    [
      /^(.+) is busy and did not draw (.+)\.$/s,
      (model, name) => `${model} ist ausgelastet und hat ${name} nicht gezeichnet.`,
    ],
  ],
  model_refused: [
    [
      /^(.+) refused to draw (.+)\. Choose another/s,
      (model, name) =>
        `${model} will ${name} nicht zeichnen. Wählen Sie ein anderes Bild, eine andere Beschreibung oder ein anderes Modell.`,
    ],
  ],
  model_failed: [
    [
      /^(.+) could not be reached or failed over (.+)\.$/s,
      (model, name) => `${model} war nicht zu erreichen oder hat bei ${name} versagt.`,
    ],
  ],
};
